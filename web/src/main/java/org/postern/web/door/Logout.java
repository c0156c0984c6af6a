package org.postern.web.door;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.postern.admin.people.Entrance;

import java.io.IOException;
import java.util.Optional;

/** The way out of the console: ends the session and everything in it. */
@WebServlet("/logout")
public class Logout extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Entrance entrance;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            SessionCookie.of(request).ifPresent(entrance::leave);
        } finally {
            SessionCookie.take(request, response);
            Optional.ofNullable(request.getSession(false)).ifPresent(HttpSession::invalidate);
        }
        response.sendRedirect(request.getContextPath() + Login.PATH);
    }
}
