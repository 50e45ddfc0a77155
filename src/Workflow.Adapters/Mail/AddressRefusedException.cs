namespace Workflow.Adapters.Mail;

/// <summary>The mail server will never deliver to this address (SMTP 5xx at RCPT): it is wrong, or closed. Sending again does not help.</summary>
internal sealed class AddressRefusedException(Exception cause) : Exception("The mail server refuses the receiver's address for good.", cause);
