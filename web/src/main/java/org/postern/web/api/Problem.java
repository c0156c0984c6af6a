package org.postern.web.api;

import java.util.List;

/**
 * What is wrong, as RFC 9457 has it.
 *
 * @param type a name for programs to go by
 * @param title what it means, always the same
 * @param status of HTTP
 * @param detail what is wrong this time, for a person; may be empty
 * @param errors what is wrong with which field or parameter
 */
public record Problem(String type, String title, int status, String detail, List<FieldError> errors) {
    /** The media type of such an answer. */
    public static final String JSON = "application/problem+json";

    /**
     * What is wrong with a part of the request.
     *
     * @param field of the body, or the parameter
     * @param detail what is wrong with it
     */
    public record FieldError(String field, String detail) {}

    static Problem of(ProblemKind kind, String detail, List<FieldError> errors) {
        return new Problem(kind.type(), kind.title(), kind.status(), detail, List.copyOf(errors));
    }
}
