package io.flighthubcamunda.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes of a valid answer one that FlightHub should not give, the same for the same seed. */
final class AnswerMutations {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Random random;
  private final String secret;

  /**
   * @param secret goes into some of the answers
   */
  AnswerMutations(long seed, String secret) {
    this.random = new Random(seed);
    this.secret = secret;
  }

  byte[] of(String valid) {
    try {
      var tree = JSON.readTree(valid);
      for (int changes = random.nextInt(4); changes > 0; changes--) {
        change(tree);
      }
      return bytes(JSON.writeValueAsString(tree));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void change(JsonNode tree) {
    var all = new ArrayList<ObjectNode>();
    collect(tree, all);
    var object = all.get(random.nextInt(all.size()));
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(20) == 0) {
      object.set("code", value());
      return;
    }
    var name = names.get(random.nextInt(names.size()));
    if (random.nextInt(6) == 0) {
      object.remove(name);
    } else {
      object.set(name, value());
    }
  }

  private static void collect(JsonNode node, List<ObjectNode> all) {
    if (node instanceof ObjectNode object) {
      all.add(object);
    }
    node.forEach(child -> collect(child, all));
  }

  private JsonNode value() {
    return switch (random.nextInt(20)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.booleanNode(random.nextBoolean());
      case 2 -> NODES.numberNode(random.nextInt());
      case 3 -> NODES.numberNode(random.nextLong());
      case 4 -> NODES.numberNode(new BigInteger(2000, random));
      case 5 -> NODES.numberNode(new BigDecimal("1e" + (random.nextInt(600_000) - 300_000)));
      case 6 -> NODES.numberNode(random.nextGaussian());
      case 7 -> NODES.textNode("");
      case 8 -> NODES.textNode(secret);
      case 9 -> NODES.textNode("x".repeat(random.nextInt(100_000)));
      case 10 -> NODES.textNode("\u0000\n\r\t \uD800 ../../etc/passwd");
      case 11 -> NODES.textNode(String.valueOf(random.nextInt(20)));
      case 12 -> NODES.objectNode();
      case 13 -> NODES.arrayNode();
      case 14 -> nested(random.nextInt(300));
      case 15 -> NODES.arrayNode().add(NODES.nullNode()).add(secret).add(NODES.objectNode());
      case 16 -> NODES.textNode("http://" + secret + "@host:99999/%%%");
      case 17 -> NODES.numberNode(Long.MAX_VALUE);
      case 18 -> NODES.textNode("NaN");
      default -> NODES.numberNode(4294967296L);
    };
  }

  private static JsonNode nested(int depth) {
    JsonNode node = NODES.nullNode();
    for (int i = 0; i < depth; i++) {
      node = i % 2 == 0 ? NODES.arrayNode().add(node) : NODES.objectNode().set("a", node);
    }
    return node;
  }

  private byte[] bytes(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(16)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> flipped(bytes);
      case 2 -> text.getBytes(StandardCharsets.UTF_16);
      case 3 -> text.getBytes(StandardCharsets.UTF_16LE);
      case 4 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
      case 5 -> text.replace("{", "{\"code\":7,\"code\":0,").getBytes(StandardCharsets.UTF_8);
      case 6 -> "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
      case 7 ->
          ("{\"code\":0,\"data\":" + "{\"a\":".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
      case 8 ->
          ("{\"code\":0,\"data\":{\"n\":" + "9".repeat(5_000) + "}}")
              .getBytes(StandardCharsets.UTF_8);
      case 9 -> (secret + text).getBytes(StandardCharsets.UTF_8);
      case 10 -> (text + text).getBytes(StandardCharsets.UTF_8);
      default -> bytes;
    };
  }

  private byte[] flipped(byte[] bytes) {
    for (int flips = 1 + random.nextInt(8); flips > 0 && bytes.length > 0; flips--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  /** Mostly 200, where mistakes would hide. */
  int status() {
    int[] others = {204, 301, 400, 401, 403, 404, 429, 500, 502, 503, 599};
    return random.nextInt(4) > 0 ? 200 : others[random.nextInt(others.length)];
  }

  /** What a header may hold. */
  String header() {
    return switch (random.nextInt(5)) {
      case 0 -> "-1";
      case 1 -> "99999999999999999999";
      case 2 -> "Wed, 99 Foo 2026 00:00:00 GMT";
      case 3 -> secret;
      default -> "3";
    };
  }
}
