package io.flighthubcamunda.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * A verb that takes properties on the command line, such as {@code --flighthub.base-url=…}. A class
 * to extend, because picocli does not look for unmatched arguments in a mixin.
 */
abstract class PropertyVerb {

  private static final String PROPERTY =
      "--(flighthub|camunda|spring|logging|management)\\.[^=]+=.*";

  @Spec private CommandSpec command;

  @Unmatched private List<String> unmatched = new ArrayList<>();

  CommandSpec command() {
    return command;
  }

  /**
   * @throws ParameterException for an argument that is no property of ours, of Camunda's or
   *     Spring's
   */
  String[] properties() {
    for (var argument : unmatched) {
      if (!argument.matches(PROPERTY)) {
        throw new ParameterException(
            command.commandLine(),
            ("Unknown argument '%s'. Properties are written --flighthub.NAME=VALUE or"
                    + " --camunda.client.NAME=VALUE.")
                .formatted(argument));
      }
    }
    return unmatched.toArray(String[]::new);
  }
}
