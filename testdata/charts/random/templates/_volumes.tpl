{{- define "random.volumes" -}}
{{- range until 2 }}
- name: volume-{{ . }}
  hostPath: {path: /srv/{{ randAlpha 4 }}} #! host-path-volume #! host-path-volume
{{- end }}
{{- end }}
