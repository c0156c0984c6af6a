package org.postern.web.page;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.primefaces.csp.CspException;

import java.io.IOException;

/**
 * Shows the page anew to whoever sends it a form that it has never shown: a stranger's mistake is no error of the server's. So is a link
 * that fills the form in: these pages keep no state by which a form would be known as theirs.
 */
@WebFilter({"/login", "/login.xhtml", "/setup", "/setup.xhtml"})
public class UnknownForms extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String PARTIAL = "jakarta.faces.partial.ajax";
    private static final String FORM = "jakarta.faces.ViewState";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        request.setCharacterEncoding("UTF-8");
        boolean byScript = request.getParameter(PARTIAL) != null; // these pages update nothing by scripts
        boolean byLink = !request.getMethod().equals("POST") && request.getParameter(FORM) != null;
        if (byScript || byLink) {
            showAnew(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException e) {
            if (!isUnknownForm(e) || response.isCommitted()) {
                throw e;
            }
            showAnew(request, response);
        }
    }

    private static void showAnew(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.reset();
        response.sendRedirect(request.getContextPath() + request.getServletPath());
    }

    private static boolean isUnknownForm(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ViewExpiredException || cause instanceof CspException) {
                return true;
            }
        }
        return false;
    }
}
