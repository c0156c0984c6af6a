package org.postern.web.door;

import jakarta.servlet.http.HttpServletRequest;

/** What forms have in common where somebody chooses a password. */
final class NewPassword {
    private NewPassword() {}

    /** {@return two fields for it, in the form of this name} */
    static String fields(HttpServletRequest request, String form) {
        return field(form, "password", PlainPage.words(request, "common.password"))
                + field(form, "again", PlainPage.words(request, "door.passwordOnceMore"));
    }

    private static String field(String form, String name, String label) {
        String id = form + ":" + name;
        return "<label for=\"" + id + "\">" + label + "</label><input type=\"password\" id=\"" + id + "\" name=\"" + id
                + "\" maxlength=\"128\" minlength=\"10\" autocomplete=\"new-password\" required=\"required\"/>";
    }
}
