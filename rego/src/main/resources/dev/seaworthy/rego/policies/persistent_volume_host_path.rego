# METADATA
# title: persistent volume is a part of the node's file system
# description: |
#   Flags a PersistentVolume with a `hostPath`, and one that is `local` where reading or writing
#   there gives more than the data that is meant.
# related_resources:
#   - https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes
#   - https://kubernetes.io/docs/concepts/storage/volumes/#local
# custom:
#   severity: medium
#   category: volume
#   remediation: >-
#     Use a storage driver, or a 'local' volume on a disk or a folder that holds nothing else.
#   aliases: [limit-hostpath-type-pv]
package seaworthy.rules.persistent_volume_host_path

import data.seaworthy.lib

findings contains lib.finding(part.path, message) if {
	part := input.persistentVolume.hostPath
	message := sprintf("%s gives whoever claims it %s%s", [title, lib.host_path_title(part), gains(part)])
}

findings contains lib.finding(part.path, message) if {
	part := input.persistentVolume.local
	gain := gains(part)
	gain != ""
	message := sprintf("%s gives whoever claims it %s%s", [title, lib.host_path_title(part), gain])
}

title := sprintf("persistent volume '%s'", [input.persistentVolume.name])

gains(part) := sprintf(", which %s", [given[0]]) if {
	# what a disk holds is what is meant
	not lib.host_path_kind(part) == "disk"
	given := [gain | some access in ["read", "write"]; gain := lib.host_path_gives(part, access)]
	count(given) > 0
} else := ""
