package dev.seaworthy.rego.builtin;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The built-ins there are, by name. A family is loaded when a policy first calls one of it. */
public final class Builtins {

  private static final String TABLE =
      """
      Aggregates: all any count max min product sort sum
      Arithmetic: abs ceil div floor minus mul plus rem round
      ArrayFunctions: array.concat array.flatten array.reverse array.slice
      AwsSignature: providers.aws.sign_req
      Base64Functions: base64.decode base64.encode base64.is_valid base64url.decode
        base64url.encode base64url.encode_no_pad hex.decode hex.encode
      Bits: bits.and bits.lsh bits.negate bits.or bits.rsh bits.xor
      Casts: cast_array cast_boolean cast_null cast_object cast_set cast_string is_array
        is_boolean is_null is_number is_object is_set is_string to_number type_name
      Cidrs: net.cidr_contains net.cidr_contains_matches net.cidr_expand net.cidr_intersects
        net.cidr_is_valid net.cidr_merge net.cidr_overlap
      Comparisons: equal gt gte internal.member_2 internal.member_3 lt lte neq
      Environment: opa.runtime trace
      Globs: glob.match glob.quote_meta
      GoTemplate: strings.render_template
      Graphs: graph.reachable graph.reachable_paths walk
      Hashes: crypto.hmac.equal crypto.hmac.md5 crypto.hmac.sha1 crypto.hmac.sha256
        crypto.hmac.sha512 crypto.md5 crypto.sha1 crypto.sha256
      JsonDocuments: json.filter json.remove
      JsonFunctions: json.is_valid json.marshal json.marshal_with_options json.unmarshal
      JsonPatch: json.patch
      JwtConstraints: io.jwt.decode_verify
      JwtFunctions: io.jwt.encode_sign io.jwt.encode_sign_raw io.jwt.verify_eddsa
        io.jwt.verify_es256 io.jwt.verify_es384 io.jwt.verify_es512 io.jwt.verify_hs256
        io.jwt.verify_hs384 io.jwt.verify_hs512 io.jwt.verify_ps256 io.jwt.verify_ps384
        io.jwt.verify_ps512 io.jwt.verify_rs256 io.jwt.verify_rs384 io.jwt.verify_rs512
      JwtToken: io.jwt.decode
      ObjectFunctions: object.filter object.get object.keys object.remove object.union
        object.union_n
      Ranges: numbers.range numbers.range_step
      Regexes: re_match regex.find_all_string_submatch_n regex.find_n regex.globs_match
        regex.is_valid regex.match regex.replace regex.split regex.template_match
      Replacements: replace strings.replace_n trim trim_left trim_prefix trim_right
        trim_space trim_suffix
      SemVer: semver.compare semver.is_valid
      Sets: and intersection or set_diff union
      Sprintf: sprintf
      Strings: concat contains endswith format_int indexof indexof_n lower split startswith
        strings.any_prefix_match strings.any_suffix_match strings.count strings.reverse
        strings.split_n substring upper
      Subset: object.subset
      Times: time.add_date time.clock time.date time.diff time.format time.now_ns
        time.parse_duration_ns time.parse_ns time.parse_rfc3339_ns time.weekday
      Units: units.parse units.parse_bytes
      Uris: uri.is_valid uri.parse
      Urls: urlquery.decode urlquery.decode_object urlquery.encode urlquery.encode_object
      Uuids: rand.intn uuid.parse uuid.rfc4122
      YamlFunctions: yaml.is_valid yaml.marshal yaml.unmarshal
      """;

  private static final Map<String, String> FAMILIES = new HashMap<>();
  private static final Map<String, Builtin> LOADED = new ConcurrentHashMap<>();

  static {
    StringTokenizer words = new StringTokenizer(TABLE);
    String family = "";
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      if (word.endsWith(":")) {
        family = word.substring(0, word.length() - 1);
      } else {
        FAMILIES.put(word, family);
      }
    }
  }

  private Builtins() {}

  /** The built-in of a name, infix operators by their name such as {@code plus}. */
  public static Optional<Builtin> find(String name) {
    Builtin loaded = LOADED.get(name);
    if (loaded == null && FAMILIES.containsKey(name)) {
      for (Builtin builtin : family(FAMILIES.get(name)).builtins()) {
        LOADED.putIfAbsent(builtin.name(), builtin);
      }
      loaded = LOADED.get(name);
    }
    return Optional.ofNullable(loaded);
  }

  /** The names of all built-ins, in order. */
  public static Set<String> names() {
    return Collections.unmodifiableSet(new TreeSet<>(FAMILIES.keySet()));
  }

  /** Why a built-in that OPA has is not here; empty for one that is, and for one OPA has not. */
  public static Optional<String> unsupported(String name) {
    return Optional.ofNullable(Unsupported.REASONS.get(name));
  }

  private static Family family(String name) {
    return switch (name) {
      case "Aggregates" -> Aggregates.family();
      case "Arithmetic" -> Arithmetic.family();
      case "ArrayFunctions" -> ArrayFunctions.family();
      case "AwsSignature" -> AwsSignature.family();
      case "Base64Functions" -> Base64Functions.family();
      case "Bits" -> Bits.family();
      case "Casts" -> Casts.family();
      case "Cidrs" -> Cidrs.family();
      case "Comparisons" -> Comparisons.family();
      case "Environment" -> Environment.family();
      case "Globs" -> Globs.family();
      case "GoTemplate" -> GoTemplate.family();
      case "Graphs" -> Graphs.family();
      case "Hashes" -> Hashes.family();
      case "JsonDocuments" -> JsonDocuments.family();
      case "JsonFunctions" -> JsonFunctions.family();
      case "JsonPatch" -> JsonPatch.family();
      case "JwtConstraints" -> JwtConstraints.family();
      case "JwtFunctions" -> JwtFunctions.family();
      case "JwtToken" -> JwtToken.family();
      case "ObjectFunctions" -> ObjectFunctions.family();
      case "Ranges" -> Ranges.family();
      case "Regexes" -> Regexes.family();
      case "Replacements" -> Replacements.family();
      case "SemVer" -> SemVer.family();
      case "Sets" -> Sets.family();
      case "Sprintf" -> Sprintf.family();
      case "Strings" -> Strings.family();
      case "Subset" -> Subset.family();
      case "Times" -> Times.family();
      case "Units" -> Units.family();
      case "Uris" -> Uris.family();
      case "Urls" -> Urls.family();
      case "Uuids" -> Uuids.family();
      case "YamlFunctions" -> YamlFunctions.family();
      default -> throw new IllegalStateException("no such family: " + name);
    };
  }

  /** The names of the built-ins whose families are loaded. */
  static Set<String> loaded() {
    return Collections.unmodifiableSet(LOADED.keySet());
  }
}
