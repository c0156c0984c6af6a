package org.postern.config.file;

import org.postern.config.Origin;
import org.postern.config.Setting;

import java.util.Optional;
import java.util.function.Function;

/**
 * What is set outside the file. A system property counts more than an environment variable; both count more than the file.
 *
 * @param properties the value of a system property
 * @param variables the value of an environment variable
 */
public record Overrides(Function<String, Optional<String>> properties,
        Function<String, Optional<String>> variables) {
    /** The system property that says that the others were read from file and environment by {@link CheckConfiguration}. */
    static final String CHECKED = "postern.checked";

    /** {@return what this process was given} */
    public static Overrides ofProcess() {
        return new Overrides(name -> Optional.ofNullable(System.getProperty(name)),
                name -> Optional.ofNullable(System.getenv(name)));
    }

    /** {@return nothing} */
    public static Overrides none() {
        return new Overrides(name -> Optional.empty(), name -> Optional.empty());
    }

    /** One value, and what set it. */
    record Given(Origin origin, String text) {
        /** {@return what set it, for people} */
        String source() {
            return (origin.source() == Origin.Source.PROPERTY ? "system property " : "environment variable ")
                    + origin.place();
        }
    }

    /**
     * {@return what counts more than the file}
     *
     * @param inFile what the file says of it
     */
    Optional<Given> of(Setting<?> setting, Optional<String> inFile) {
        Optional<Given> property = properties.apply(setting.property())
                .map(text -> new Given(new Origin(Origin.Source.PROPERTY, setting.property()), text));
        Optional<Given> variable = variables.apply(setting.variable())
                .map(text -> new Given(new Origin(Origin.Source.ENVIRONMENT, setting.variable()), text));
        boolean handedOn = properties.apply(CHECKED).isPresent();
        return property.filter(given -> !handedOn || isOwn(given.text(), variable.map(Given::text).or(() -> inFile)))
                .or(() -> variable);
    }

    /** The check hands on the text that counted when the server was started, as it was. */
    private static boolean isOwn(String text, Optional<String> behind) {
        return !behind.equals(Optional.of(text));
    }
}
