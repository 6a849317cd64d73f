# METADATA
# title: namespace does not limit what its pods may do
# description: |
#   Silent about the namespaces of the control plane, and about invalid levels.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-admission/
#   - https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-namespace-labels/
# custom:
#   severity: low
#   category: admission
#   profile: strict
#   remediation: >-
#     Set the label 'pod-security.kubernetes.io/enforce' to 'restricted', or to 'baseline' where the
#     pods need more.
#   aliases:
#     - C-0192
#     - C-0193
#     - C-0194
#     - C-0195
#     - C-0196
#     - C-0197
#     - C-0198
#     - C-0199
#     - C-0200
#     - C-0201
#     - C-0202
#     - C-0203
#     - C-0204
#     - add-psa-labels
#     - deny-privileged-profile
#   standards: ["cis:5.2.1"]
package seaworthy.rules.namespace_without_pod_security_label

import data.seaworthy.lib

label := "pod-security.kubernetes.io/enforce"

findings contains lib.finding(["metadata", "labels", label], message) if {
	lib.is_kind("", "Namespace")
	not is_system
	message := sprintf("%s %s", [lib.object_title("namespace"), gap])
}

is_system if input.object.metadata.name in {"kube-system", "kube-public", "kube-node-lease"}

default level := null

level := input.object.metadata.labels[label]

gap := sprintf("has no label '%s': unless the cluster has a default, its pods may ask for anything", [label]) if level == null

gap := sprintf("has the label '%s' with '%s': its pods may ask for anything", [label, level]) if level == "privileged"
