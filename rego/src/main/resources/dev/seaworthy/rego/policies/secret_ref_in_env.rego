# METADATA
# title: secret is passed as an environment variable
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/secrets-good-practices/
#   - https://kubernetes.io/docs/concepts/configuration/secret/#using-secrets-as-files-from-a-pod
# custom:
#   severity: info
#   category: hygiene
#   profile: strict
#   remediation: "Mount the Secret as a volume and let the software read the file."
#   aliases:
#     - read-secret-from-env-var
#     - SecretsAsEnvironmentVariables
#     - C-0207
#     - CKV_K8S_35
#     - disallow-secrets-from-env-vars
package seaworthy.rules.secret_ref_in_env

import data.seaworthy.lib

findings contains lib.finding_below(container.path, ["env", i, "valueFrom", "secretKeyRef"], message) if {
	some container in input.workload.containers
	some i, variable in container.object.env
	is_object(variable.valueFrom.secretKeyRef)
	message := sprintf("environment variable '%s' of %s comes from a Secret", [variable.name, container.title])
}

findings contains lib.finding_below(container.path, ["envFrom", i, "secretRef"], message) if {
	some container in input.workload.containers
	some i, source in container.object.envFrom
	is_object(source.secretRef)
	message := sprintf("%s takes all of a Secret as environment variables", [container.title])
}
