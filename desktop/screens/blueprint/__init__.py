"""An exam's blueprint: how many questions of which chapter, type and level, held against what the live bank has."""
