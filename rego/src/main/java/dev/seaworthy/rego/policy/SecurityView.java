package dev.seaworthy.rego.policy;

import dev.seaworthy.model.Capability;
import dev.seaworthy.model.ContainerSecurity;
import dev.seaworthy.model.Field;
import dev.seaworthy.model.Origin;
import dev.seaworthy.model.PodSecurity;
import dev.seaworthy.model.SeLinuxOptions;
import dev.seaworthy.model.SecurityProfile;
import dev.seaworthy.model.Setting;
import dev.seaworthy.model.WindowsSecurity;
import dev.seaworthy.rego.value.RegoArray;
import dev.seaworthy.rego.value.RegoBoolean;
import dev.seaworthy.rego.value.RegoNumber;
import dev.seaworthy.rego.value.RegoObject;
import dev.seaworthy.rego.value.RegoString;
import dev.seaworthy.rego.value.RegoValue;
import dev.seaworthy.rego.value.RegoYaml;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Effective security. Each setting is {@code {"value", "origin", "path"}}; what nobody can know
 * from a manifest has no {@code value}.
 */
final class SecurityView {

  /** Made once: each setting of each container has one. */
  private static final Map<Origin, RegoString> ORIGINS = new EnumMap<>(Origin.class);

  static {
    for (Origin origin : Origin.values()) {
      ORIGINS.put(origin, new RegoString(origin.name().toLowerCase(Locale.ROOT)));
    }
  }

  private SecurityView() {}

  static RegoObject of(PodSecurity pod) {
    return RegoObject.builder()
        .put("path", Paths.value(pod.context().path()))
        .put("hostNetwork", setting(pod.hostNetwork(), RegoBoolean::of))
        .put("hostPID", setting(pod.hostPid(), RegoBoolean::of))
        .put("hostIPC", setting(pod.hostIpc(), RegoBoolean::of))
        .put("hostUsers", setting(pod.hostUsers(), RegoBoolean::of))
        .put("shareProcessNamespace", setting(pod.shareProcessNamespace(), RegoBoolean::of))
        .put("fsGroup", setting(pod.fsGroup(), RegoNumber::of))
        .put("supplementalGroups", fields(pod.supplementalGroups()))
        .put("sysctls", fields(pod.sysctls()))
        .put("serviceAccountName", setting(pod.serviceAccountName(), RegoString::new))
        .put(
            "automountServiceAccountToken",
            setting(pod.automountServiceAccountToken(), RegoBoolean::of))
        .build();
  }

  static RegoObject of(ContainerSecurity container) {
    RegoObject.Builder view =
        RegoObject.builder()
            .put("path", Paths.value(container.context().path()))
            .put("privileged", setting(container.privileged(), RegoBoolean::of))
            .put(
                "allowPrivilegeEscalation",
                setting(container.allowPrivilegeEscalation(), RegoBoolean::of))
            .put(
                "readOnlyRootFilesystem",
                setting(container.readOnlyRootFilesystem(), RegoBoolean::of))
            .put("procMount", setting(container.procMount(), RegoString::new))
            .put("capabilities", capabilities(container))
            .put("runAsNonRoot", setting(container.runAsNonRoot(), RegoBoolean::of))
            .put("runAsUser", setting(container.runAsUser(), RegoNumber::of))
            .put("runAsGroup", setting(container.runAsGroup(), RegoNumber::of))
            .put("seccompProfile", setting(container.seccompProfile(), SecurityView::profile))
            .put("appArmorProfile", setting(container.appArmorProfile(), SecurityView::profile))
            .put("seLinuxOptions", setting(container.seLinuxOptions(), SecurityView::seLinux))
            .put("windows", windows(container.windows()));
    Field annotation = container.seccompAnnotation();
    if (annotation.isPresent()) {
      view.put("seccompAnnotation", field(annotation));
    }
    return view.build();
  }

  private static RegoObject capabilities(ContainerSecurity container) {
    return RegoObject.builder()
        .put("path", Paths.value(container.capabilities().field().path()))
        .put("add", capabilities(container.capabilities().added()))
        .put("drop", capabilities(container.capabilities().dropped()))
        .put("dropsAll", RegoBoolean.of(container.capabilities().dropsAll()))
        .build();
  }

  private static RegoArray capabilities(List<Capability> capabilities) {
    return RegoArray.of(
        capabilities.stream()
            .map(
                capability ->
                    RegoObject.builder()
                        .put("name", new RegoString(capability.name()))
                        .put("written", new RegoString(capability.written()))
                        .put("path", Paths.value(capability.field().path()))
                        .build())
            .toList());
  }

  private static RegoObject windows(WindowsSecurity windows) {
    return RegoObject.builder()
        .put("hostProcess", setting(windows.hostProcess(), RegoBoolean::of))
        .put("runAsUserName", setting(windows.runAsUserName(), RegoString::new))
        .build();
  }

  private static <T> RegoObject setting(Setting<T> setting, Function<T, RegoValue> value) {
    RegoObject.Builder view =
        RegoObject.builder()
            .put("origin", ORIGINS.get(setting.origin()))
            .put("path", Paths.value(setting.field().path()));
    setting.value().ifPresent(known -> view.put("value", value.apply(known)));
    return view.build();
  }

  private static RegoObject profile(SecurityProfile profile) {
    RegoObject.Builder view =
        RegoObject.builder()
            .put("type", new RegoString(profile.type()))
            .put("confines", RegoBoolean.of(profile.confines()));
    put(view, "localhostProfile", profile.localhostProfile());
    return view.build();
  }

  private static RegoObject seLinux(SeLinuxOptions options) {
    RegoObject.Builder view = RegoObject.builder();
    put(view, "user", options.user());
    put(view, "role", options.role());
    put(view, "type", options.type());
    put(view, "level", options.level());
    return view.build();
  }

  private static void put(RegoObject.Builder view, String name, Optional<String> text) {
    text.ifPresent(known -> view.put(name, new RegoString(known)));
  }

  private static RegoArray fields(List<Field> fields) {
    return RegoArray.of(fields.stream().filter(Field::isPresent).map(SecurityView::field).toList());
  }

  /** A field that is there, with its value and where it stands. */
  private static RegoObject field(Field field) {
    return RegoObject.builder()
        .put("value", RegoYaml.of(field.node().orElseThrow()))
        .put("path", Paths.value(field.path()))
        .build();
  }
}
