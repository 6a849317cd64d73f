# METADATA
# title: kubelet looks up a sub-path in a folder of the node
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath
#   - https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath-expanded-environment
#   - https://github.com/kubernetes/kubernetes/issues/104980
# custom:
#   severity: low
#   category: volume
#   profile: strict
#   remediation: "Mount the folder that is meant with a volume of its own, without a sub-path."
#   aliases: [C-0058]
package seaworthy.rules.host_path_sub_path

import data.seaworthy.lib

findings contains lib.finding(array.concat(mount.path, [field]), message) if {
	some volume in lib.host_path_volumes
	some mount in volume.mounts
	some field, effect in effects
	below := mount.object[field]
	is_string(below)
	below != ""
	message := sprintf("%s '%s' of %s %s %s", [field, below, mount.containerTitle, effect, lib.host_path_title(volume.hostPath)])
}

effects := {
	"subPath": "makes the kubelet find its way, as root, through",
	"subPathExpr": "lets the environment choose a part of",
}
