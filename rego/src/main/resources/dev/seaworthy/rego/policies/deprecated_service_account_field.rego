# METADATA
# title: service account is named by a deprecated field
# related_resources:
#   - https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
# custom:
#   severity: low
#   category: account
#   profile: strict
#   remediation: "Name the account in 'serviceAccountName' and remove 'serviceAccount'."
#   aliases: [C-0294]
package seaworthy.rules.deprecated_service_account_field

import data.seaworthy.lib

findings contains lib.finding_below(input.workload.path, ["serviceAccount"], message) if {
	deprecated := input.workload.spec.serviceAccount
	is_string(deprecated)
	deprecated != ""
	not deprecated == input.workload.spec.serviceAccountName
	message := consequence(deprecated, input.workload.security.serviceAccountName.value)
}

consequence(deprecated, effective) := sprintf("pod names service account '%s' by the deprecated field 'serviceAccount'", [effective]) if deprecated == effective

else := sprintf("pod runs as service account '%s', not as '%s' of the deprecated field 'serviceAccount'", [effective, deprecated])
