package dev.seaworthy.schema.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind that the API serves.
 *
 * @param apiVersion such as {@code apps/v1}
 * @param name such as {@code Deployment}
 * @param namespaced whether its objects live in namespaces
 * @param list whether it is a list of objects of another kind
 * @param stored whether its objects are kept, and so have names; a review, say, is not
 * @param model the name of its model class
 */
record Kind(
    String apiVersion,
    String name,
    boolean namespaced,
    boolean list,
    boolean stored,
    String model) {

  /**
   * Calls for one object; those for a part of it, such as its status, have no model of that name.
   */
  private static final Pattern CALL = Pattern.compile("(?:create|read)(Namespaced)?(\\w+)Call");

  private static final Pattern VERSION = Pattern.compile("V\\d+(?:(?:alpha|beta)\\d+)?$");

  /** The kinds of a client, in the order of apiVersion and name. */
  static List<Kind> of(Client client) {
    TreeMap<String, Kind> kinds = new TreeMap<>();
    for (ApiClass api : client.apis()) {
      for (String method : api.methods()) {
        Matcher call = CALL.matcher(method);
        if (call.matches()) {
          boolean namespaced = call.group(1) != null;
          for (Kind kind : kinds(client, api, call.group(2), namespaced)) {
            kinds.put(kind.apiVersion() + " " + kind.name(), kind);
          }
        }
      }
    }
    return List.copyOf(kinds.values());
  }

  private static List<Kind> kinds(Client client, ApiClass api, String name, boolean namespaced) {
    List<Kind> kinds = new ArrayList<>();
    for (String prefix : prefixes(api)) {
      Model model = client.models().get(prefix + name);
      if (kinds.isEmpty() && model != null && model.isObject()) {
        kinds.add(
            new Kind(api.apiVersion(), name, namespaced, false, isListed(api, name), model.name()));
        Model list = client.models().get(prefix + name + "List");
        if (list != null) {
          kinds.add(
              new Kind(api.apiVersion(), name + "List", namespaced, true, false, list.name()));
        }
      }
    }
    return kinds;
  }

  private static boolean isListed(ApiClass api, String name) {
    return api.methods().contains("list" + name + "Call")
        || api.methods().contains("listNamespaced" + name + "Call");
  }

  /** A model's name begins with its version, or with group and version where that is ambiguous. */
  private static List<String> prefixes(ApiClass api) {
    Matcher version = VERSION.matcher(api.name());
    return version.find() ? List.of(api.name(), version.group()) : List.of(api.name());
  }
}
