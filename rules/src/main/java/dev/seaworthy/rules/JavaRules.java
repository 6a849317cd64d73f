package dev.seaworthy.rules;

import dev.seaworthy.rule.Rule;
import dev.seaworthy.rules.account.DefaultServiceAccountUsed;
import dev.seaworthy.rules.account.ServiceAccountNotFound;
import dev.seaworthy.rules.account.ServiceAccountTokenAutomounted;
import dev.seaworthy.rules.admission.PodSecurityAdmission;
import dev.seaworthy.rules.admission.PodSecurityLabelInvalid;
import dev.seaworthy.rules.identity.IdsOutsideAllowedRange;
import dev.seaworthy.rules.identity.LowGid;
import dev.seaworthy.rules.identity.LowUid;
import dev.seaworthy.rules.identity.RootInUserNamespace;
import dev.seaworthy.rules.identity.RootPrimaryGroup;
import dev.seaworthy.rules.identity.RootSupplementalOrFsGroup;
import dev.seaworthy.rules.identity.RootWithoutNeed;
import dev.seaworthy.rules.identity.RunAsNonRootNotEnforced;
import dev.seaworthy.rules.identity.RunAsRootPossible;
import dev.seaworthy.rules.identity.RunAsUserZero;
import dev.seaworthy.rules.identity.UidSharedBetweenWorkloads;
import dev.seaworthy.rules.invalid.InvalidContainerField;
import dev.seaworthy.rules.invalid.InvalidDuplicate;
import dev.seaworthy.rules.invalid.InvalidFieldRef;
import dev.seaworthy.rules.invalid.InvalidName;
import dev.seaworthy.rules.invalid.InvalidOsField;
import dev.seaworthy.rules.invalid.InvalidPodField;
import dev.seaworthy.rules.invalid.InvalidPort;
import dev.seaworthy.rules.invalid.InvalidResources;
import dev.seaworthy.rules.invalid.InvalidRestartPolicy;
import dev.seaworthy.rules.invalid.InvalidScheduling;
import dev.seaworthy.rules.invalid.InvalidSecurityContext;
import dev.seaworthy.rules.invalid.InvalidSelector;
import dev.seaworthy.rules.invalid.InvalidServicePort;
import dev.seaworthy.rules.invalid.InvalidSource;
import dev.seaworthy.rules.invalid.InvalidVolume;
import dev.seaworthy.rules.invalid.InvalidVolumeMount;
import dev.seaworthy.rules.manifest.DuplicateKey;
import dev.seaworthy.rules.manifest.UnusedChartValue;
import dev.seaworthy.rules.privilege.PrivilegeEscalationNotDisabled;
import dev.seaworthy.rules.privilege.PrivilegedContainer;
import dev.seaworthy.rules.rbac.AnonymousSubjectBound;
import dev.seaworthy.rules.rbac.BindEscalatePermission;
import dev.seaworthy.rules.rbac.ClusterAdminBound;
import dev.seaworthy.rules.rbac.ConfigmapWritePermission;
import dev.seaworthy.rules.rbac.CreateWorkloadsPermission;
import dev.seaworthy.rules.rbac.CsrApprovalPermission;
import dev.seaworthy.rules.rbac.ImpersonationPermission;
import dev.seaworthy.rules.rbac.ManageAllResources;
import dev.seaworthy.rules.rbac.NetworkObjectWritePermission;
import dev.seaworthy.rules.rbac.NodesProxyPermission;
import dev.seaworthy.rules.rbac.PodAttachPermission;
import dev.seaworthy.rules.rbac.PodExecPermission;
import dev.seaworthy.rules.rbac.ReadSecretsPermission;
import dev.seaworthy.rules.rbac.SystemAuthenticatedBound;
import dev.seaworthy.rules.rbac.SystemMastersBound;
import dev.seaworthy.rules.rbac.WebhookConfigurationPermission;
import dev.seaworthy.rules.rbac.WildcardInRole;
import dev.seaworthy.rules.reach.ClusterTakeover;
import dev.seaworthy.rules.reach.NodeTakeover;
import dev.seaworthy.rules.reach.SeesTheHost;
import dev.seaworthy.rules.volume.HostPathThroughClaim;
import java.util.List;

/** The bundled rules that are written in Java. */
public final class JavaRules {

  /** Sorted by id: adding a rule is one line here. */
  private static final List<Rule> ALL =
      List.of(
          new AnonymousSubjectBound(),
          new BindEscalatePermission(),
          new ClusterAdminBound(),
          new ClusterTakeover(),
          new ConfigmapWritePermission(),
          new CreateWorkloadsPermission(),
          new CsrApprovalPermission(),
          new DefaultServiceAccountUsed(),
          new DuplicateKey(),
          new HostPathThroughClaim(),
          new IdsOutsideAllowedRange(),
          new ImpersonationPermission(),
          new InvalidContainerField(),
          new InvalidDuplicate(),
          new InvalidFieldRef(),
          new InvalidName(),
          new InvalidOsField(),
          new InvalidPodField(),
          new InvalidPort(),
          new InvalidResources(),
          new InvalidRestartPolicy(),
          new InvalidScheduling(),
          new InvalidSecurityContext(),
          new InvalidSelector(),
          new InvalidServicePort(),
          new InvalidSource(),
          new InvalidVolume(),
          new InvalidVolumeMount(),
          new LowGid(),
          new LowUid(),
          new ManageAllResources(),
          new NetworkObjectWritePermission(),
          new NodeTakeover(),
          new NodesProxyPermission(),
          new PodAttachPermission(),
          new PodExecPermission(),
          new PodSecurityAdmission(),
          new PodSecurityLabelInvalid(),
          new PrivilegeEscalationNotDisabled(),
          new PrivilegedContainer(),
          new ReadSecretsPermission(),
          new RootInUserNamespace(),
          new RootPrimaryGroup(),
          new RootSupplementalOrFsGroup(),
          new RootWithoutNeed(),
          new RunAsNonRootNotEnforced(),
          new RunAsRootPossible(),
          new RunAsUserZero(),
          new SeesTheHost(),
          new ServiceAccountNotFound(),
          new ServiceAccountTokenAutomounted(),
          new SystemAuthenticatedBound(),
          new SystemMastersBound(),
          new UidSharedBetweenWorkloads(),
          new UnusedChartValue(),
          new WebhookConfigurationPermission(),
          new WildcardInRole());

  private JavaRules() {}

  /** All of them, whatever the profile. */
  public static List<Rule> all() {
    return ALL;
  }
}
