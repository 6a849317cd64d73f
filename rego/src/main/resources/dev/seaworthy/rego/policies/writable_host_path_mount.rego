# METADATA
# title: container can write to the node's files
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
#   - https://kubernetes.io/docs/concepts/storage/volumes/#read-only-mounts
# custom:
#   severity: high
#   category: volume
#   remediation: "Set 'readOnly: true' on the mount, or use a volume that belongs to the pod."
#   aliases:
#     - C-0045
#     - KSV-0121
#     - writable-host-mount
#     - sensitive-host-mounts
#     - K8sPSPHostFilesystem
#     - ensure-readonly-hostpath
#   standards: [pss:baseline]
package seaworthy.rules.writable_host_path_mount

import data.seaworthy.lib

findings contains {"path": array.concat(mount.path, ["readOnly"]), "message": message, "related": [definition]} if {
	some volume in lib.host_path_volumes
	some mount in volume.mounts
	mount.writable
	not is_socket(mount.hostPath)
	message := sprintf("%s can write to %s%s", [mount.containerTitle, lib.host_path_title(mount.hostPath), gain(mount.hostPath)])
	definition := lib.finding_below(volume.path, ["hostPath"], sprintf("volume '%s' is defined here", [volume.name]))
}

gain(host_path) := sprintf(", which %s", [given]) if given := lib.host_path_gives(host_path, "write")

else := ""

# whoever sees a socket can connect, whether the mount is read-only or not
is_socket(host_path) if host_path.type == "Socket"

is_socket(host_path) if lib.is_runtime_socket(host_path.normalised)
