/** Holds the pages for people against what the product really has. */
package io.flighthubcamunda.docs;
