package dev.seaworthy.rules.podsecurity;

import dev.seaworthy.model.Field;
import dev.seaworthy.model.Workload;
import dev.seaworthy.podsecurity.PodSecurityCheck;
import dev.seaworthy.podsecurity.PodSecurityViolation;
import dev.seaworthy.rule.RuleMetadata;
import dev.seaworthy.rule.Violation;
import dev.seaworthy.rule.Violations;
import dev.seaworthy.rule.WorkloadRule;
import java.util.List;
import java.util.Optional;

/** One check of the standards: one finding at its first offence, the others beside it. */
final class PodSecurityRule implements WorkloadRule {

  private final PodSecurityCheck check;
  private final RuleMetadata metadata;

  PodSecurityRule(PodSecurityCheck check, RuleMetadata metadata) {
    this.check = check;
    this.metadata = metadata;
  }

  @Override
  public RuleMetadata metadata() {
    return metadata;
  }

  @Override
  public void check(Workload workload, Violations violations) {
    Optional<PodSecurityViolation> found = check.judge(workload);
    if (found.isPresent()) {
      List<Field> fields = found.get().fields();
      Violation violation = Violation.at(fields.get(0), found.get().toString());
      for (Field other : fields.subList(1, fields.size())) {
        violation = violation.with(other, "this as well");
      }
      violations.report(violation);
    }
  }
}
