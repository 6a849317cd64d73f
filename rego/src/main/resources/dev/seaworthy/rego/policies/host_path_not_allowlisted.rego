# METADATA
# title: folder of the node is not among those that may be mounted
# description: Silent while both parameters are empty.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#hostpath
# custom:
#   severity: medium
#   category: volume
#   remediation: "Use a volume that belongs to the pod, or add the folder to 'allowed' or 'readOnly'."
#   aliases: [K8sPSPHostFilesystem, limit-hostpath-vols]
#   params:
#     allowed:
#       description: "Folders of the node that pods may mount, such as '/data'."
#       default: []
#     readOnly:
#       description: "Folders of the node that pods may mount read-only, such as '/var/log'."
#       default: []
package seaworthy.rules.host_path_not_allowlisted

import data.seaworthy.lib

findings contains lib.finding(volume.hostPath.path, message) if {
	is_configured
	some volume in lib.host_path_volumes
	not is_among(volume.hostPath, input.params.allowed)
	not is_among(volume.hostPath, input.params.readOnly)
	message := sprintf("volume '%s' is %s, which is not allowed", [volume.name, lib.host_path_title(volume.hostPath)])
}

findings contains {"path": volume.hostPath.path, "message": message, "related": [lib.finding(mount.path, "this mount is writable")]} if {
	is_configured
	some volume in lib.host_path_volumes
	not is_among(volume.hostPath, input.params.allowed)
	is_among(volume.hostPath, input.params.readOnly)
	some mount in volume.mounts
	mount.writable
	message := sprintf("volume '%s' is %s, which is allowed read-only, yet %s can write to it", [volume.name, lib.host_path_title(volume.hostPath), mount.containerTitle])
}

is_configured if count(input.params.allowed) > 0

is_configured if count(input.params.readOnly) > 0

is_among(host_path, folders) if {
	some folder in folders
	lib.contains_path(comparable(folder), comparable(host_path.normalised))
}

# Windows paths as if they were others; /var/run is /run
comparable(path) := lower(replace(path, `\`, "/")) if regex.match(`^[A-Za-z]:`, path)

else := regex.replace(path, `^/var/run(/|$)`, "/run$1")
