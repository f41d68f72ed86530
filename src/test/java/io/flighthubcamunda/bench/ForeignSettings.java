package io.flighthubcamunda.bench;

import java.util.regex.Pattern;

/** Variables in the person's shell that are meant for something else than a measured program. */
final class ForeignSettings {

  private static final Pattern NAME =
      Pattern.compile(
          "(AWS|RCLONE|MC|S3|SPRING|FLIGHTHUB|CAMUNDA|JAVA_TOOL|JDK_JAVA)_.*"
              + "|JAVA_OPTS|(?i:(http|https|all)_proxy)");

  private ForeignSettings() {}

  static boolean has(String name) {
    return NAME.matcher(name).matches();
  }
}
