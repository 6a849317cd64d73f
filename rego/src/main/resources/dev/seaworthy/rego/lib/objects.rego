package seaworthy.lib

# METADATA
# description: |
#   A value that is an array, for `some i, item in lib.list(...)`; undefined for any other, which
#   counts as not there.
list(value) := value if is_array(value)

# METADATA
# description: |
#   Whether the object is of a kind of an API group, in whatever version; the group is empty for the
#   kinds of `v1`.
is_kind(group, kind) if {
	input.object.kind == kind
	api_group == group
}

api_group := split(input.object.apiVersion, "/")[0] if contains(input.object.apiVersion, "/")

else := "" if is_string(input.object.apiVersion)

# METADATA
# description: |
#   What to call the object in a message, given the words for its kind: `namespace 'shop'`, or
#   `namespace` alone where it has no name.
object_title(words) := sprintf("%s '%s'", [words, name]) if {
	name := input.object.metadata.name
	is_string(name)
} else := words
