package dev.seaworthy.reach;

import dev.seaworthy.model.Container;
import dev.seaworthy.model.ScannedObjects;
import dev.seaworthy.rbac.Account;
import dev.seaworthy.reach.cluster.Accounts;
import dev.seaworthy.reach.cluster.TokenEdges;
import dev.seaworthy.reach.host.HostEdges;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All steps that can be taken from a container, those of the accounts included that it leads to.
 */
final class ContainerSteps {

  /** Of every namespace a few accounts are followed, so this is more than there are in practice. */
  private static final int MAX_ACCOUNTS = 200;

  private final ScannedObjects scanned;
  private final Accounts accounts;

  ContainerSteps(ScannedObjects scanned) {
    this.scanned = scanned;
    this.accounts = new Accounts(scanned);
  }

  /** The steps, those to prefer first; their changes in the order in which to propose them. */
  List<Step> of(Container container) {
    Situation situation = new Situation(container, scanned);
    if (HostEdges.neverStarts(situation)) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    HostEdges.ALL.forEach(edge -> steps.addAll(edge.steps(situation, Stage.of(edge.from()))));
    List<Step> tokens = new ArrayList<>();
    TokenEdges.ALL.forEach(edge -> tokens.addAll(edge.steps(situation, Stage.of(edge.from()))));
    if (tokens.isEmpty()) {
      return steps;
    }
    List<Step> further = ofAccounts(tokens);
    boolean needsToken = hasOwnAccount(container);
    steps.addAll(needsToken ? further : tokens);
    steps.addAll(needsToken ? tokens : further);
    return steps;
  }

  /** Whoever names an account wants its token, most likely, so that its rights are to change. */
  private static boolean hasOwnAccount(Container container) {
    return !Account.of(container.workload()).name().equals("default");
  }

  /**
   * What other accounts may do is theirs to need, and where one is cut off another may serve as
   * well: only what leads to them is to change.
   */
  private List<Step> ofAccounts(List<Step> tokens) {
    List<Step> steps = new ArrayList<>();
    Set<Account> seen = new HashSet<>();
    Deque<Account> next = new ArrayDeque<>();
    follow(tokens, seen, next);
    Set<Account> own = Set.copyOf(seen);
    while (!next.isEmpty()) {
      Account account = next.remove();
      List<Step> more = accounts.steps(account);
      steps.addAll(own.contains(account) ? more : oneWayEach(more));
      follow(more, seen, next);
    }
    return steps;
  }

  private static List<Step> oneWayEach(List<Step> steps) {
    Map<Stage, Step> firsts = new LinkedHashMap<>();
    steps.forEach(step -> firsts.putIfAbsent(step.to(), step.withoutCuts()));
    return List.copyOf(firsts.values());
  }

  private static void follow(List<Step> steps, Set<Account> seen, Deque<Account> next) {
    for (Step step : steps) {
      step.to()
          .account()
          .filter(account -> seen.size() < MAX_ACCOUNTS && seen.add(account))
          .ifPresent(next::add);
    }
  }
}
