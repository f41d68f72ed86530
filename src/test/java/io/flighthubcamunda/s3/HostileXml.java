package io.flighthubcamunda.s3;

import java.net.URI;

/** Documents that make a careless reader fetch something, or fill its memory. */
public enum HostileXml {
  EXTERNAL_ENTITY("<!ENTITY x SYSTEM \"%s/entity\">"),
  EXTERNAL_SUBSET("<!ENTITY %% more SYSTEM \"%s/more.dtd\"> %%more; <!ENTITY x \"Expanded\">"),
  LOCAL_FILE("<!ENTITY x SYSTEM \"file:///etc/hostname\">"),
  BILLION_LAUGHS(billionLaughs());

  private final String declarations;

  HostileXml(String declarations) {
    this.declarations = declarations;
  }

  private static String billionLaughs() {
    var text = new StringBuilder("<!ENTITY l0 \"Expanded\">");
    for (int level = 1; level <= 9; level++) {
      text.append("<!ENTITY l%d \"%s\">".formatted(level, "&l%d;".formatted(level - 1).repeat(10)));
    }
    return text + "<!ENTITY x \"&l9;\">";
  }

  /**
   * @param elsewhere who is not to be asked
   * @param body holds {@code &x;}
   */
  public String document(URI elsewhere, String body) {
    return "<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"%s/a.dtd\" [%s]>%s"
        .formatted(elsewhere, declarations.formatted(elsewhere), body);
  }
}
