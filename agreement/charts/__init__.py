"""Charts as data: where each shape goes, worked out here and drawn as SVG by a template. They take
published numbers only."""
