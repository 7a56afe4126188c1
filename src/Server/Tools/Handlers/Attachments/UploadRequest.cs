using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Files;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Answers an upload without a file: a ticket with which a client of a server over HTTP sends the file past the model.</summary>
internal static class UploadRequest
{
    /// <exception cref="ActionableException">There are no tickets here, or something is missing for one.</exception>
    public static HandlerResult Of(ResolvedUploadAttachment arguments, ToolCallContext context)
    {
        const string Choice = "Give one of file_data, file_url, file_path.";
        IUploadTickets tickets =
            context.Services.Uploads ?? throw new ActionableException("No file is given.", next: Choice);
        if (context.Services.IsDryRun)
        {
            throw new ActionableException(
                "No file is given, and no ticket for one in a call that is only shown.",
                "A ticket is used later, when nobody confirms the upload any more.",
                "Give file_data or file_url; or leave dry_run out, where calls need no confirmation."
            );
        }

        string name =
            arguments.FileName
            ?? throw new ActionableException(
                "No file is given, and no name for one.",
                next: "Give file_name for a ticket to send the file with, or the file in file_data or file_url."
            );
        UploadTicket ticket = tickets.Issue("upload_attachment", ArgumentsOf(arguments, name));
        return HandlerResult.Of(
            new ToolResult(
                $"""
                Nothing is uploaded yet. Send the file within {ticket.Lifetime.TotalMinutes:0} minutes, with PATH in place of its path:
                curl -T PATH -H 'Authorization: Bearer {ticket.Token}' {ticket.Address}
                The ticket is good once, for one file of at most {ticket.MaxBytes
                    / FileAccessOptions.Mebibyte} MB under the given name at the given place. The response is this tool's result; show the ticket to nobody else.
                """
            )
        );
    }

    // What was named is found by now: the file goes there, whatever names mean by then.
    private static string ArgumentsOf(ResolvedUploadAttachment arguments, string name) =>
        RawJson.Write(writer =>
        {
            writer.WriteStartObject();
            Write(writer, "task", arguments.Task?.Value);
            Write(writer, "custom_field", arguments.CustomField?.Value);
            Write(writer, "workspace", arguments.Workspace.Value);
            Write(writer, "file_name", name);
            writer.WriteEndObject();
        });

    private static void Write(Utf8JsonWriter writer, string argument, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(argument, value);
        }
    }
}
