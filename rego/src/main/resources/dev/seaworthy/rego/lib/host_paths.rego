package seaworthy.lib

import data.seaworthy.facts.host_paths
import data.seaworthy.facts.runtime_sockets

# METADATA
# description: The volumes that show a part of the node's file system, as in `input.workload.volumes`.
host_path_volumes := [volume |
	some volume in input.workload.volumes
	volume.hostPath
]

# METADATA
# description: |
#   The parts of a `hostPath` volume that containers see: for each mount what its `subPath` leaves;
#   all of it if no container mounts the volume.
shown_host_paths(volume) := [volume.hostPath] if count(volume.mounts) == 0

else := [mount.hostPath | some mount in volume.mounts]

# METADATA
# description: The end of a message about a volume that no container mounts; empty for others.
if_unmounted(volume) := ", though no container mounts it" if {
	count(volume.mounts) == 0
	not input.workload.patch
}

else := ""

# METADATA
# description: What to call a path of the node in a message, such as `'/etc' of the node`.
host_path_title(host_path) := "a path of the node" if host_path.normalised == ""

else := sprintf("'%s' of the node", [host_path.normalised])

# METADATA
# description: |
#   What access to a part of the node gives, as the end of `'/etc' of the node, which ...`. Takes
#   a host path and `read` or `write`; undefined where that gives nothing of note. Of a path with a
#   reference to the environment, such as `/data/$(POD_NAME)`, what stands before it counts. Devices
#   count where they can be opened: in privileged containers.
host_path_gives(host_path, access) := sprintf("%s %s", [host_path_verbs[access], gain]) if {
	kind := host_paths.kinds[host_path_kind(host_path)]
	gain := kind[access]
	is_open(host_path, kind)
} else := sprintf("%s %s %s '%s'", [host_path_verbs[access], gain, host_path_prepositions[access], below[0]]) if {
	below := host_paths_below(host_path, access)
	count(below) == 1
	gain := host_paths.kinds[host_paths.paths[below[0]]][access]
} else := sprintf("contains %s", [host_path_list(below)]) if {
	below := host_paths_below(host_path, access)
	count(below) > 1
}

host_path_verbs := {"read": "holds", "write": "lets it"}

host_path_prepositions := {"read": "in", "write": "through"}

# what lies below a path and is worth the access
host_paths_below(host_path, access) := [path |
	host_path.normalised != ""
	folder := concat("", [known_host_path(host_path), host_path_separator(host_path)])
	some path, name in host_paths.paths
	startswith(path, folder)
	kind := host_paths.kinds[name]
	kind[access]
	is_open(host_path, kind)
]

is_open(host_path, _) if host_path.opensDevices

is_open(_, kind) if not kind.device

# the most specific kind
host_path_kind(host_path) := "disk" if host_path.type == "BlockDevice"

else := kind if kind := host_paths.folders[known_host_path(host_path)]

else := kinds[0] if {
	path := known_host_path(host_path)
	kinds := [kind | some pattern, kind in host_paths.patterns; regex.match(pattern, path)]
} else := kinds[0] if {
	separator := host_path_separator(host_path)

	# the facts know no path that is deeper
	steps := array.slice(split(known_host_path(host_path), separator), 0, 10)
	kinds := [kind |
		some length in numbers.range(count(steps), 1)
		kind := host_paths.paths[concat(separator, array.slice(steps, 0, length))]
	]
}

# in lower case on Windows, which does not tell cases apart
known_host_path(host_path) := lower(trim_environment(host_path.normalised)) if is_windows_path(host_path)

else := trim_environment(host_path.normalised)

trim_environment(path) := path if not contains(path, "$(")

else := known if {
	known := regex.replace(path, `[/\\][^/\\]*[$][(].*`, "")
	known != ""
} else := "/"

host_path_separator(host_path) := `\` if is_windows_path(host_path)

else := "/"

is_windows_path(host_path) if regex.match(`^([A-Za-z]:|\\)`, host_path.normalised)

# three at most: enough to see what it is about
host_path_list(paths) := listed(quoted) if {
	count(paths) <= 3
	quoted := [sprintf("'%s'", [path]) | some path in paths]
} else := listed(array.concat(quoted, ["more"])) if {
	quoted := [sprintf("'%s'", [path]) | some path in array.slice(paths, 0, 3)]
}

# METADATA
# description: Whether a normalised path of the node is the socket of a container runtime.
is_runtime_socket(path) if regex.replace(path, `.*/`, "") in runtime_sockets.names

is_runtime_socket(path) if lower(path) in runtime_sockets.pipes
