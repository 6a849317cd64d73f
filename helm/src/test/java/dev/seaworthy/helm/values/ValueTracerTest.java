package dev.seaworthy.helm.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValueTracerTest {

  private static final String PRIVILEGED = "spec.containers.0.securityContext.privileged";

  @TempDir private Path folder;

  @Test
  void aScalarOfAValue() {
    assertThat(
            trace(
                "security:\n  privileged: true\n",
                pod("securityContext: {privileged: {{ .Values.security.privileged }}}"),
                PRIVILEGED))
        .containsExactly("values.yaml:2 value 'security.privileged' decides");
  }

  @Test
  void aBlockOfAValue() {
    String block = "securityContext:\n        {{- toYaml .Values.security | nindent 8 }}";

    assertThat(trace("security:\n  runAsUser: 0\n  privileged: true\n", pod(block), PRIVILEGED))
        .containsExactly("values.yaml:3 value 'security.privileged' decides");
  }

  @Test
  void aValueThroughWithAndDot() {
    String block =
        "{{- with .Values.security }}\n      securityContext:\n        {{- toYaml . | nindent 8 }}\n      {{- end }}";

    assertThat(trace("security: {privileged: true}\n", pod("name2: x\n      " + block), PRIVILEGED))
        .containsExactly("values.yaml:1 value 'security.privileged' decides");
  }

  @Test
  void aValueThroughVariables() {
    String template =
        "{{- $security := .Values.app.security }}{{- $p := $security.privileged }}\n"
            + pod("securityContext: {privileged: {{ $p }}}");

    assertThat(trace("app:\n  security:\n    privileged: true\n", template, PRIVILEGED))
        .containsExactly("values.yaml:3 value 'app.security.privileged' decides");
  }

  @Test
  void theVariableThatWasAssignedLast() {
    String template =
        "{{- $p := .Values.a }}{{- if .Values.other }}{{- $p = .Values.b }}{{- end }}\n"
            + pod("securityContext: {privileged: {{ $p }}}");

    assertThat(trace("a: false\nb: true\nother: true\n", template, PRIVILEGED))
        .containsExactly("values.yaml:2 value 'b' decides");
  }

  @Test
  void anItemOfARange() {
    String template =
        """
        kind: Pod
        spec:
          containers:
          {{- range $i, $c := .Values.containers }}
            - name: {{ .name }}
              securityContext:
                privileged: {{ $c.privileged }}
          {{- end }}
        """;
    String values =
        "containers:\n  - {name: a, privileged: false}\n  - {name: b, privileged: true}\n";

    assertThat(trace(values, template, "spec.containers.1.securityContext.privileged"))
        .containsExactly("values.yaml:3 value 'containers[1].privileged' decides");
    assertThat(trace(values, template, "spec.containers.0.name"))
        .containsExactly("values.yaml:2 value 'containers[0].name' decides");
  }

  @Test
  void aMemberOfARangeOverAMap() {
    String template =
        """
        kind: Pod
        spec:
          containers:
          {{- range $name, $c := .Values.containers }}
            - name: {{ $name }}
              securityContext: {{ toJson $c.security }}
          {{- end }}
        """;

    assertThat(
            trace(
                "containers:\n  web: {security: {privileged: true}}\n  db: {security: {}}\n",
                template,
                "spec.containers.1.securityContext.privileged"))
        .containsExactly("values.yaml:2 value 'containers.web.security.privileged' decides");
  }

  @Test
  void aListOfAValue() {
    String template =
        "kind: Pod\nspec:\n  containers:\n    {{- toYaml .Values.containers | nindent 4 }}\n";
    String values = "containers:\n  - name: a\n    securityContext:\n      privileged: true\n";

    assertThat(trace(values, template, PRIVILEGED))
        .containsExactly("values.yaml:4 value 'containers[0].securityContext.privileged' decides");
  }

  @Test
  void anItemWhoseDashTheTemplateWrote() {
    String template =
        "kind: Pod\nspec:\n  containers:\n    - {{ toYaml .Values.container | nindent 6 | trim }}\n";

    assertThat(trace("container:\n  securityContext: {privileged: true}\n", template, PRIVILEGED))
        .containsExactly("values.yaml:2 value 'container.securityContext.privileged' decides");
  }

  @Test
  void aNamedTemplateWithTheContextOfItsCaller() {
    String helpers = "{{ define \"sc\" }}privileged: {{ .Values.security.privileged }}{{ end }}";
    String block = "securityContext:\n        {{- include \"sc\" . | nindent 8 }}";

    assertThat(trace("security: {privileged: true}\n", pod(block), helpers, PRIVILEGED))
        .containsExactly("values.yaml:1 value 'security.privileged' decides");
  }

  @Test
  void aNamedTemplateThatGetsADict() {
    String helpers =
        "{{ define \"sc\" }}{{ if .on }}privileged: {{ .sc.privileged | default false }}{{ end }}{{ end }}";
    String block =
        "securityContext:\n        {{- include \"sc\" (dict \"sc\" .Values.sec \"on\" true \"ctx\" $) | nindent 8 }}";

    assertThat(trace("sec: {privileged: true}\n", pod(block), helpers, PRIVILEGED))
        .containsExactly("values.yaml:1 value 'sec.privileged' decides");
  }

  @Test
  void aValueThatIsATemplate() {
    String helpers =
        """
        {{- define "render" -}}
        {{- $value := typeIs "string" .value | ternary .value (.value | toYaml) -}}
        {{- if contains "{{" $value }}{{ tpl $value .context }}{{ else }}{{ $value }}{{ end -}}
        {{- end -}}
        """;
    String block =
        "securityContext:\n        {{- include \"render\" (dict \"value\" .Values.sec \"context\" $) | nindent 8 }}";

    assertThat(trace("sec:\n  privileged: '{{ true }}'\n", pod(block), helpers, PRIVILEGED))
        .containsExactly("values.yaml:2 value 'sec.privileged' decides");
    assertThat(trace("sec:\n  privileged: true\n", pod(block), helpers, PRIVILEGED))
        .containsExactly("values.yaml:2 value 'sec.privileged' decides");
  }

  @Test
  void severalValuesInOneText() {
    String template =
        pod(
            "image: \"{{ .Values.image.name }}:{{ .Values.image.tag | default .Chart.AppVersion }}\"");

    assertThat(trace("image:\n  name: nginx\n  tag: latest\n", template, "spec.containers.0.image"))
        .containsExactly(
            "values.yaml:2 value 'image.name' is part of this",
            "values.yaml:3 value 'image.tag' is part of this");
  }

  @Test
  void severalValuesPutTogether() {
    String template = pod("image: {{ printf \"%s/%s\" .Values.registry .Values.name | quote }}");

    assertThat(trace("registry: r.io\nname: nginx\n", template, "spec.containers.0.image"))
        .containsExactly(
            "values.yaml:1 value 'registry' is part of this",
            "values.yaml:2 value 'name' is part of this");
  }

  @Test
  void theDefaultOfTheTemplate() {
    String template = pod("imagePullPolicy: {{ (.Values.image).pullPolicy | default \"Never\" }}");

    assertThat(trace("image: {name: x}\n", template, "spec.containers.0.imagePullPolicy"))
        .containsExactly(
            "values.yaml:1 value 'image.pullPolicy' is not set, so the template's default counts");
    assertThat(trace("image: {pullPolicy: Never}\n", template, "spec.containers.0.imagePullPolicy"))
        .containsExactly("values.yaml:1 value 'image.pullPolicy' decides");
    assertThat(trace("image:\n", template, "spec.containers.0.imagePullPolicy"))
        .containsExactly(
            "values.yaml:1 value 'image.pullPolicy' is not set, so the template's default counts");
  }

  @Test
  void theFunctionsThatChooseAmongValues() {
    String values = "a: ''\nb: true\nm: {k: {privileged: true}}\n";
    for (String expression :
        List.of(
            "coalesce .Values.a .Values.b",
            "or .Values.a .Values.b",
            "ternary .Values.b .Values.a (not .Values.a)",
            "index .Values \"b\"",
            "get .Values \"b\"",
            ".Values.b | default .Values.a",
            "pluck \"b\" .Values | first",
            "$.Values.b | toString | quote | trimAll \"\\\"\"")) {
      assertThat(
              trace(
                  values,
                  pod("securityContext: {privileged: {{ " + expression + " }}}"),
                  PRIVILEGED))
          .as(expression)
          .containsExactly("values.yaml:2 value 'b' decides");
    }
    assertThat(
            trace(
                values,
                pod(
                    "securityContext: {privileged: {{ dig \"k\" \"privileged\" false .Values.m }}}"),
                PRIVILEGED))
        .containsExactly("values.yaml:3 value 'm.k.privileged' decides");
    for (String expression :
        List.of(
            "merge (dict \"x\" 1) .Values.m.k",
            "mergeOverwrite (deepCopy .Values.m.k) .Values.c",
            "index .Values.m \"k\"",
            "omit .Values.m.k \"enabled\"")) {
      assertThat(
              trace(
                  values + "c: {d: 1}\n",
                  pod("securityContext: {{ " + expression + " | toJson }}"),
                  PRIVILEGED))
          .as(expression)
          .containsExactly("values.yaml:3 value 'm.k.privileged' decides");
    }
  }

  @Test
  void nothingWhereNothingIsProven() {
    assertThat(
            trace(
                "a: 1\nport: 80\n",
                pod("securityContext: {privileged: {{ eq (int .Values.a) 1 }}}"),
                PRIVILEGED))
        .isEmpty();
    assertThat(trace("a: 1\n", pod("port: {{ add .Values.a 1 }}"), "spec.containers.0.port"))
        .isEmpty();
    assertThat(trace("{}\n", pod("securityContext: {privileged: true}"), PRIVILEGED)).isEmpty();
    assertThat(trace("{}\n", pod("name2: {{ .Release.Name }}"), "spec.containers.0.name2"))
        .isEmpty();
  }

  @Test
  void anArgumentIsToldWhereTheTemplateReadsIt() {
    RenderedChart chart =
        chart(
            "image: {tag: x}\n",
            pod("securityContext:\n        privileged: {{ .Values.security.privileged }}"),
            "",
            "security.privileged=true");

    assertThat(chart.trace(PRIVILEGED))
        .containsExactly(
            "templates/app.yaml:6 value 'security.privileged' decides, set by '--helm-set"
                + " security.privileged=true'");
  }

  @Test
  void aConditionAroundText() {
    String template =
        """
        {{- if .Values.enabled }}
        kind: Pod
        spec:
          {{- if .Values.hostNetwork }}
          hostNetwork: true
          {{- end }}
          {{- if and .Values.host.pid (eq .Values.mode "agent") }}
          hostPID: true
          {{- else }}
          hostIPC: true
          {{- end }}
        {{- end }}
        """;
    String values = "enabled: true\nhostNetwork: true\nhost: {pid: true}\nmode: agent\n";

    assertThat(trace(values, template, "spec.hostNetwork"))
        .containsExactly("values.yaml:2 value 'hostNetwork' is true, so this is rendered");
    assertThat(trace(values, template, "spec.hostPID"))
        .containsExactly(
            "values.yaml:3 value 'host.pid' is true, so this is rendered",
            "values.yaml:4 value 'mode' is 'agent', so this is rendered");
    assertThat(trace(values.replace("agent", "x"), template, "spec.hostIPC"))
        .containsExactly("values.yaml:4 value 'mode' is 'x', so this is rendered");
  }

  @Test
  void theInnermostConditionFirst() {
    String template =
        """
        kind: Pod
        spec:
          containers:
            - name: app
            {{- if .Values.sidecar.enabled }}
            - name: sidecar
              securityContext:
                {{- if not .Values.safe }}
                privileged: true
                {{- end }}
            {{- end }}
        """;

    assertThat(
            trace(
                "sidecar: {enabled: true}\n",
                template,
                "spec.containers.1.securityContext.privileged"))
        .containsExactly(
            "templates/app.yaml:8 value 'safe' is not set, so this is rendered",
            "values.yaml:1 value 'sidecar.enabled' is true, so this is rendered");
  }

  @Test
  void aMapThatLacksAField() {
    String block = "securityContext:\n        {{- toYaml .Values.security | nindent 8 }}";

    assertThat(
            trace(
                "security:\n  runAsUser: 1\n",
                pod(block),
                "spec.containers.0.securityContext.runAsNonRoot"))
        .containsExactly("values.yaml:1 value 'security' has no 'runAsNonRoot'");
    assertThat(
            trace(
                "security: {}\n",
                pod(block),
                "spec.containers.0.securityContext.capabilities.drop"))
        .containsExactly("values.yaml:1 value 'security' has no 'capabilities'");
    assertThat(
            trace(
                "security:\n  capabilities:\n    add: [A]\n",
                pod(block),
                "spec.containers.0.securityContext.capabilities.drop"))
        .containsExactly("values.yaml:2 value 'security.capabilities' has no 'drop'");
  }

  @Test
  void aBlockThatWasNotRendered() {
    String template =
        """
        kind: Pod
        spec:
          {{- with .Values.podSecurityContext }}
          securityContext:
            {{- toYaml . | nindent 4 }}
          {{- end }}
          containers:
            - name: app
              {{- with .Values.securityContext }}
              securityContext:
                {{- toYaml . | nindent 8 }}
              {{- end }}
              {{- if .Values.resources.enabled }}
              resources: {{ toJson .Values.resources.all }}
              {{- end }}
          {{- if .Values.token }}
          {{- else }}
          automountServiceAccountToken: false
          {{- end }}
        """;
    String values =
        "podSecurityContext: {}\nsecurityContext: {}\nresources: {enabled: false}\ntoken: yes\n";

    assertThat(trace(values, template, "spec.securityContext.runAsNonRoot"))
        .containsExactly(
            "values.yaml:1 value 'podSecurityContext' is empty, so 'securityContext' is not"
                + " rendered");
    assertThat(trace(values, template, "spec.containers.0.securityContext.runAsNonRoot"))
        .containsExactly(
            "values.yaml:2 value 'securityContext' is empty, so 'securityContext' is not rendered");
    assertThat(trace(values, template, "spec.containers.0.resources.limits"))
        .containsExactly(
            "values.yaml:3 value 'resources.enabled' is false, so 'resources' is not rendered");
    assertThat(trace(values, template, "spec.automountServiceAccountToken"))
        .containsExactly(
            "values.yaml:4 value 'token' is true, so 'automountServiceAccountToken' is not"
                + " rendered");
    assertThat(trace(values, template, "spec.hostUsers")).isEmpty();
  }

  @Test
  void aBlockThatWasNotRenderedInANamedTemplate() {
    String helpers =
        """
        {{- define "container" -}}
        - name: app
          {{- with .Values.sc }}
          securityContext: {{ toJson . }}
          {{- end }}
        {{- end -}}
        """;
    String template =
        "kind: Pod\nspec:\n  containers:\n    {{- include \"container\" . | nindent 4 }}\n";

    assertThat(trace("sc:\n", template, helpers, "spec.containers.0.securityContext.runAsNonRoot"))
        .containsExactly(
            "values.yaml:1 value 'sc' is not set, so 'securityContext' is not rendered");
  }

  @Test
  void templatesThatGoInCirclesOrGrowEndTheSearch() {
    StringBuilder template = new StringBuilder("{{- $v0 := .Values.p }}");
    for (int i = 1; i < 60; i++) {
      template.append("{{- $v%d := or $v%d $v%d }}".formatted(i, i - 1, i - 1));
    }
    template.append("\n").append(pod("securityContext: {privileged: {{ $v59 }}}"));
    assertThat(trace("p: true\n", template.toString(), PRIVILEGED)).hasSizeLessThan(2);

    String helpers =
        "{{ define \"a\" }}{{ if .n }}{{ include \"a\" (dict \"n\" false \"p\" .p) }}{{ else }}{{ .p }}{{ end }}{{ end }}";
    assertThat(
            trace(
                "p: true\n",
                pod(
                    "securityContext: {privileged: {{ include \"a\" (dict \"n\" true \"p\" .Values.p) | lower }}}"),
                helpers,
                PRIVILEGED))
        .containsExactly("values.yaml:1 value 'p' decides");
  }

  private static String pod(String lines) {
    return "kind: Pod\nspec:\n  containers:\n    - name: app\n      " + lines + "\n";
  }

  private List<String> trace(String values, String template, String path) {
    return trace(values, template, "", path);
  }

  private List<String> trace(String values, String template, String helpers, String path) {
    return chart(values, template, helpers, "").trace(path);
  }

  private RenderedChart chart(String values, String template, String helpers, String set) {
    try {
      return RenderedChart.of(folder, values, template, helpers, set);
    } catch (IOException | SetSyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
