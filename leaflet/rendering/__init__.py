"""Render laid-out pages as a file: the only home of ReportLab."""
