# METADATA
# title: service account gives its token to every pod
# related_resources:
#   - https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting
#   - https://kubernetes.io/docs/concepts/security/service-accounts/
# custom:
#   severity: info
#   category: account
#   profile: strict
#   remediation: >-
#     Set 'automountServiceAccountToken: false' for the account, and 'true' for the pods that ask the
#     API server.
#   aliases:
#     - C-0189
#     - C-0225
#     - CKV_K8S_41
#     - restrict-sa-automount-sa-token
#   standards: ["cis:5.1.6"]
package seaworthy.rules.service_account_object_automounts

import data.seaworthy.lib

findings contains lib.finding(["automountServiceAccountToken"], message) if {
	lib.is_kind("", "ServiceAccount")
	not input.object.automountServiceAccountToken == false
	message := sprintf("%s gives its token to every pod that does not refuse it", [lib.object_title("service account")])
}
