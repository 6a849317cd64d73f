package seaworthy.lib

# METADATA
# description: |
#   The service account tokens that projected volumes ask for: each with its `volume`, the `path` to
#   it and the `object` as it is written.
projected_tokens := [token |
	some volume in input.workload.volumes
	volume.source == "projected"
	some i, source in volume.object.projected.sources
	is_object(source.serviceAccountToken)
	token := {
		"volume": volume,
		"path": array.concat(volume.path, ["projected", "sources", i, "serviceAccountToken"]),
		"object": source.serviceAccountToken,
	}
]
