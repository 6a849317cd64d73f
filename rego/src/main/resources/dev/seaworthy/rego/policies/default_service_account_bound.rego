# METADATA
# title: default service account is given a role
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/rbac-good-practices/
#   - https://kubernetes.io/docs/concepts/security/service-accounts/#default-service-accounts
# custom:
#   severity: medium
#   category: account
#   remediation: >-
#     Create a service account for the workload that needs the role, bind the role to it, and name
#     it in the pod's 'serviceAccountName'.
#   aliases: [C-0225, C-0239, CKV_K8S_42]
#   standards: ["cis:5.1.5"]
package seaworthy.rules.default_service_account_bound

import data.seaworthy.lib

findings contains lib.finding(["subjects", i, "name"], message) if {
	some kind in ["RoleBinding", "ClusterRoleBinding"]
	lib.is_kind("rbac.authorization.k8s.io", kind)
	some i, subject in lib.list(input.object.subjects)
	subject.kind == "ServiceAccount"
	subject.name == "default"
	message := sprintf("%s is given to service account 'default', which pods of %s run as unless they name another", [role, namespace(subject)])
}

role := sprintf("role '%s'", [input.object.roleRef.name]) if is_string(input.object.roleRef.name)

else := "a role"

namespace(subject) := sprintf("namespace '%s'", [subject.namespace]) if is_string(subject.namespace)

else := "its namespace"
