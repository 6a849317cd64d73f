package seaworthy.lib

# METADATA
# description: |
#   The containers that may have `resources`: all but ephemeral ones, as in
#   `input.workload.containers`.
resource_containers := [container |
	some container in input.workload.containers
	container.type != "ephemeralContainers"
]

# METADATA
# description: |
#   Whether a container, or its pod as a whole, requests an amount of `cpu`, `memory` or another
#   resource. Where there is a limit alone, the API server takes it for the request.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
requests_resource(container, name) if is_amount(requested(container.object.resources, name))

requests_resource(_, name) if is_amount(requested(input.workload.spec.resources, name))

requested(resources, name) := amount if {
	amount := resources.requests[name]
} else := resources.limits[name]

# METADATA
# description: Whether a container, or its pod as a whole, has a limit for a resource.
limits_resource(container, name) if is_amount(container.object.resources.limits[name])

limits_resource(_, name) if is_amount(input.workload.spec.resources.limits[name])

# zero is what a missing amount comes to
is_amount(quantity) if not regex.match(`^(null|[+-]?0*[.]?0*([numkKMGTPE]i?|[eE][+-]?[0-9]+)?)$`, sprintf("%v", [quantity]))
