package dev.seaworthy.rbac;

import dev.seaworthy.model.KubernetesObject;
import dev.seaworthy.model.ScannedObjects;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The subjects of bindings by the accounts that they mean: by name, as a user of the account's full
 * name, or through a group of accounts. To look up takes time for what is found only.
 */
final class SubjectIndex {

  private static final String USER_PREFIX = "system:serviceaccount:";
  private static final String ALL_ACCOUNTS = "system:serviceaccounts";
  private static final String ACCOUNTS_PREFIX = ALL_ACCOUNTS + ":";
  private static final String AUTHENTICATED = "system:authenticated";
  private static final String UNAUTHENTICATED = "system:unauthenticated";

  /** Stands for all accounts of a namespace; none has no name. */
  private static final String EACH = "";

  private record Key(String place, String name) {}

  private final Map<Key, List<Subject>> byNamespace = new HashMap<>();
  private final Map<Key, List<Subject>> byFolder = new HashMap<>();
  private final Map<Key, List<Subject>> openByFolder = new HashMap<>();
  private final Map<String, Set<String>> namesByNamespace = new HashMap<>();
  private final Map<String, Set<String>> namesByFolder = new HashMap<>();
  private final Map<String, Set<String>> openNamesByFolder = new HashMap<>();
  private final Map<String, Set<Account>> byName = new HashMap<>();
  private final List<Subject> ofAll = new ArrayList<>();
  private final List<Subject> ofAnonymous = new ArrayList<>();

  /** The subjects of a scan without those of its base. */
  SubjectIndex(ScannedObjects scanned) {
    RbacGraph.bindings(scanned).forEach(binding -> Subject.of(binding).forEach(this::add));
  }

  private void add(Subject subject) {
    String name = subject.name();
    if (subject.kind().equals(Subject.SERVICE_ACCOUNT) && !name.isEmpty()) {
      add(subject, subject.namespace(), name);
    } else if (subject.kind().equals(Subject.USER) && name.startsWith(USER_PREFIX)) {
      String[] parts = name.substring(USER_PREFIX.length()).split(":", 2);
      if (parts.length == 2 && !parts[0].isEmpty() && !parts[1].isEmpty()) {
        add(subject, parts[0], parts[1]);
      }
    } else if (subject.kind().equals(Subject.USER) && name.equals(Account.ANONYMOUS.name())) {
      ofAnonymous.add(subject);
    } else if (subject.kind().equals(Subject.GROUP)) {
      addGroup(subject, name);
    }
  }

  private void addGroup(Subject subject, String name) {
    if (name.equals(ALL_ACCOUNTS) || name.equals(AUTHENTICATED)) {
      ofAll.add(subject);
    } else if (name.equals(UNAUTHENTICATED)) {
      ofAnonymous.add(subject);
    } else if (name.startsWith(ACCOUNTS_PREFIX) && name.length() > ACCOUNTS_PREFIX.length()) {
      add(subject, name.substring(ACCOUNTS_PREFIX.length()), EACH);
    }
  }

  private void add(Subject subject, String namespace, String name) {
    String folder = Folders.of(subject.binding());
    Key inFolder = new Key(folder, name);
    if (!name.equals(EACH)) {
      byName
          .computeIfAbsent(name, unused -> new LinkedHashSet<>())
          .add(new Account(namespace, name, folder));
    }
    if (namespace.isEmpty()) {
      put(openByFolder, inFolder, subject);
      putName(openNamesByFolder, folder, name);
    } else {
      put(byNamespace, new Key(namespace, name), subject);
      put(byFolder, inFolder, subject);
      putName(namesByNamespace, namespace, name);
      putName(namesByFolder, folder, name);
    }
  }

  /** The accounts of a name that are bound by it, in whatever namespace. */
  Set<Account> named(String name) {
    return byName.getOrDefault(name, Set.of());
  }

  private static void putName(Map<String, Set<String>> index, String place, String name) {
    if (!name.equals(EACH)) {
      index.computeIfAbsent(place, unused -> new TreeSet<>()).add(name);
    }
  }

  private static void put(Map<Key, List<Subject>> index, Key key, Subject subject) {
    index.computeIfAbsent(key, unused -> new ArrayList<>(1)).add(subject);
  }

  /** The names by which accounts of the namespace of an account are bound. */
  Set<String> names(Account account) {
    Set<String> names = new TreeSet<>();
    names.addAll(
        account.isOpen()
            ? namesByFolder.getOrDefault(account.folder(), Set.of())
            : namesByNamespace.getOrDefault(account.namespace(), Set.of()));
    names.addAll(openNamesByFolder.getOrDefault(account.folder(), Set.of()));
    return names;
  }

  /** What all accounts get roles by. */
  List<Subject> ofAll() {
    return Collections.unmodifiableList(ofAll);
  }

  /** What an account gets roles by that not all get: of each binding the first that means it. */
  List<Subject> of(Account account) {
    if (account.equals(Account.ANONYMOUS)) {
      return List.copyOf(ofAnonymous);
    }
    Map<KubernetesObject, Subject> found = new LinkedHashMap<>();
    Stream.of(account.name(), EACH)
        .flatMap(name -> named(account, name))
        .forEach(subject -> found.putIfAbsent(subject.binding(), subject));
    return List.copyOf(found.values());
  }

  private Stream<Subject> named(Account account, String name) {
    Key inFolder = new Key(account.folder(), name);
    List<Subject> ofNamespace =
        account.isOpen()
            ? byFolder.getOrDefault(inFolder, List.of())
            : byNamespace.getOrDefault(new Key(account.namespace(), name), List.of());
    return Stream.concat(
        ofNamespace.stream(), openByFolder.getOrDefault(inFolder, List.of()).stream());
  }
}
