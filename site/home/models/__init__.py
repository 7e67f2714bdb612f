from .demo import DemoObject
from .finding import Finding
from .home import HomePage
from .standard import StandardPage

__all__ = ["DemoObject", "Finding", "HomePage", "StandardPage"]
