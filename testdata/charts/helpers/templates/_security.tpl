{{- define "helpers.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "helpers.containerSecurity" -}}
readOnlyRootFilesystem: true
privileged: {{ .Values.privileged }} #! privileged-container #! privileged-container #! privileged-container
capabilities: {drop: [ALL]}
{{- end }}

{{- define "helpers.spec" -}}
automountServiceAccountToken: false
hostNetwork: {{ .Values.agent.network }} #! host-network
hostPID: true #! host-pid
securityContext: {{- include "helpers.podSecurity" . | nindent 2 }}
containers:
  {{- include "helpers.container" (dict "name" "agent" "root" $ "own" .Values.agent.image) | nindent 2 }}{{/* #> privileged-container */}}
{{- end }}

{{- define "helpers.container" -}}
- name: {{ .name }}
  image: {{ template "helpers.image" . }}
  resources: {requests: {cpu: 50m, memory: 64Mi}, limits: {memory: 64Mi}}
  securityContext:
    {{- include "helpers.containerSecurity" .root | nindent 4 }}{{/* #> privileged-container */}}
{{- end }}

{{- define "helpers.capable" -}}
- name: {{ .extra.name }}
  image: {{ .context.Values.image }}
  resources: {requests: {cpu: 50m, memory: 64Mi}, limits: {memory: 64Mi}}
  securityContext:
    allowPrivilegeEscalation: false
    readOnlyRootFilesystem: true
    capabilities:
      drop: [ALL]
      add: [{{ .extra.capability }}] #! dangerous-capability-added #! dangerous-capability-added
{{- end }}

{{- define "helpers.never" -}}
hostIPC: true
{{- end }}
