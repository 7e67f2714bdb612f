from .demo import DemoObject
from .home import HomePage
from .standard import StandardPage

__all__ = ["DemoObject", "HomePage", "StandardPage"]
