{{- define "suppressed.volumes" -}}
- name: data
  hostPath: {path: /srv/data} # seaworthy: ignore[host-path-volume] the data of the node
- name: more
  hostPath: {path: /srv/more} {{- /* seaworthy: ignore[host-path-volume] the data of the node */}}
{{- end }}
