{{- define "random.volumes" -}}
{{- range until 2 }}
- name: volume-{{ . }}
  hostPath: #! host-path-volume #! host-path-volume
    path: /srv/{{ randAlpha 4 }}
{{- end }}
{{- end }}
