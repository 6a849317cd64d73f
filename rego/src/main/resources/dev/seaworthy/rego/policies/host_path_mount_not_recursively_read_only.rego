# METADATA
# title: read-only mount leaves what is mounted below it writable
# description: |
#   Silent below Kubernetes 1.31, which has no recursive read-only mounts by default, and on Windows.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#read-only-mounts
#   - https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/3857-rro-mounts
# custom:
#   severity: low
#   category: volume
#   profile: strict
#   remediation: "Set 'recursiveReadOnly: Enabled' on the mount, or mount a folder further below."
package seaworthy.rules.host_path_mount_not_recursively_read_only

import data.seaworthy.facts.host_paths
import data.seaworthy.lib

findings contains lib.finding(array.concat(mount.path, ["recursiveReadOnly"]), message) if {
	input.workload.os == "linux"
	[input.cluster.major, input.cluster.minor] >= [1, 31]
	some volume in lib.host_path_volumes
	some mount in volume.mounts
	not mount.writable
	not is_recursive(mount)
	folder := mount.hostPath.normalised
	folder != ""
	below := [place | some place in host_paths.mounts; place != folder; lib.contains_path(folder, place)]
	message := sprintf("%s can write to '%s' of the node: its mount of '%s' is read-only, but not what is mounted below%s", [mount.containerTitle, below[0], folder, obstacle(mount)])
}

is_recursive(mount) if mount.object.recursiveReadOnly in {"Enabled", "IfPossible"}

obstacle(mount) := sprintf("; to change that, 'mountPropagation: %s' has to go", [propagation]) if {
	propagation := mount.object.mountPropagation
	propagation in {"HostToContainer", "Bidirectional"}
} else := ""
