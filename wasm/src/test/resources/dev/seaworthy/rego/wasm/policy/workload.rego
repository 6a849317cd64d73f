# METADATA
# description: >
#   Rules about workloads in the shapes that people write: a set of messages, a set of objects,
#   a document; with functions that Wasm has and with functions that its host has to bring.
package workload

import data.registries

containers := array.concat(
	object.get(input.spec.template.spec, "initContainers", []),
	object.get(input.spec.template.spec, "containers", []),
)

deny contains message if {
	some container in containers
	not trusted(container.image)
	message := sprintf("container '%s' takes %q from elsewhere", [container.name, container.image])
}

trusted(image) if {
	some registry in registries
	startswith(image, sprintf("%s/", [registry]))
}

findings contains {"path": path, "message": message} if {
	some i, container in containers
	some j, variable in container.env
	regex.match(`(?i)(password|secret|token)`, variable.name)
	is_string(variable.value)
	path := ["spec", "template", "spec", "containers", i, "env", j]
	message := $"secret in '{variable.name}'"
}

findings contains {"path": path, "message": message} if {
	some i, container in containers
	bytes := units.parse_bytes(container.resources.limits.memory)
	bytes > units.parse_bytes("1Gi")
	path := ["spec", "template", "spec", "containers", i, "resources"]
	message := sprintf("%v bytes of memory", [bytes])
}

summary.names := {container.name | some container in containers}

summary.images := {container.name: container.image | some container in containers}

summary.added := {container.name: capabilities |
	some container in containers
	capabilities := {upper(capability) | some capability in container.securityContext.capabilities.add}
}

summary.ports := sort([port.containerPort | some port in containers[_].ports])

summary.strings := count([value | walk(input, [_, value]); is_string(value)])

summary.replicas := object.get(input, ["spec", "replicas"], 1) * 1.5

# the SDK alone prints a set as an array here, and has no built-in to read units or versions
details.names := sprintf("%v", [{container.name | some container in containers}])

details.newest := semver.compare(max([tag | some container in containers; [_, tag] := split(container.image, ":")]), "1.0.0")

default allow := false

allow if count(deny) == 0

# holds for no input: a division by zero
broken := 1 / (count(containers) - count(containers))
