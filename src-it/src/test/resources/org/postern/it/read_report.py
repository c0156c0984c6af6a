"""Reads a report from standard input as Python's email package understands it, and prints what it says, a line for each fact."""
import email
import email.policy
import sys

report = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
print("defects", [defect for part in report.walk() for defect in part.defects])
print("report", report.get_content_type(), report.get_param("report-type"))
for part in report.iter_parts():
    print("part", part.get_content_type())
    if part.get_content_type() == "message/delivery-status":
        for number, block in enumerate(part.get_payload()):
            for name in ("Reporting-MTA", "Original-Envelope-Id", "Original-Recipient", "Final-Recipient", "Action", "Status",
                         "Remote-MTA", "Diagnostic-Code"):
                if name in block:
                    print(number, name, "=", block[name])
    if part.get_content_type() == "message/rfc822":
        print("original", part.get_content()["Subject"])
