package seaworthy.lib

# METADATA
# description: |
#   The ports that containers of all three types list: each with its `object` as it is written, the
#   `path` to it and the `containerTitle`.
ports := [port |
	some container in input.workload.containers
	some i, object in list(container.object.ports)
	port := {
		"containerTitle": container.title,
		"path": array.concat(container.path, ["ports", i]),
		"object": object,
	}
]

# METADATA
# description: A whole number, `8e1` as `80`; undefined for what is none.
integer(value) := round(value) if {
	is_number(value)
	value == round(value)
}
