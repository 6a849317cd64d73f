# METADATA
# title: workload has no owner
# related_resources:
#   - https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/
# custom:
#   severity: low
#   category: hygiene
#   remediation: "Add the label 'owner' with the name of a team that there is."
package policies.owner_missing

import data.seaworthy.lib

findings contains lib.finding(["metadata", "labels", "owner"], message) if {
	input.workload
	not input.object.metadata.labels.owner
	message := sprintf("%s '%s' has no label 'owner'", [input.workload.kind, input.workload.name])
}

findings contains lib.finding(["metadata", "labels", "owner"], message) if {
	owner := input.object.metadata.labels.owner
	not owner in data.teams
	message := sprintf("owner '%s' is no team", [owner])
}
