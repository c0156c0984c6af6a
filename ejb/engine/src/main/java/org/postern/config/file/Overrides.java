package org.postern.config.file;

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
    /** {@return what this process was given} */
    public static Overrides ofProcess() {
        return new Overrides(name -> Optional.ofNullable(System.getProperty(name)),
                name -> Optional.ofNullable(System.getenv(name)));
    }

    /** {@return nothing} */
    public static Overrides none() {
        return new Overrides(name -> Optional.empty(), name -> Optional.empty());
    }

    /**
     * One value.
     *
     * @param source what set it, for people
     */
    record Given(String source, String text) {}

    Optional<Given> of(Setting<?> setting) {
        return properties.apply(setting.property())
                .map(text -> new Given("system property " + setting.property(), text))
                .or(() -> variables.apply(setting.variable())
                        .map(text -> new Given("environment variable " + setting.variable(), text)));
    }
}
