using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Uploads a file that came as base64.</summary>
internal sealed class UploadAttachmentHandler(ToolServices services) : IToolHandler<UploadAttachmentArguments>
{
    private const int MaximumBytes = 10 * 1024 * 1024;
    private const string DataScheme = "data:";

    public async ValueTask<ToolResult> HandleAsync(
        UploadAttachmentArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        byte[] content = Decode(arguments.FileData);
        string name =
            FileName.Clean(arguments.FileName)
            ?? throw new ActionableException(
                "The file name cannot be used.",
                "Without folders and control characters nothing is left of it.",
                "Give a plain name such as report.pdf."
            );
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        ClickUpRequest request = arguments.Task is { } task
            ? ClickUpOperations.PostTaskFile(new() { Task = task }, context)
            : ClickUpOperations.PostFieldFile(new() { CustomFieldId = arguments.CustomFieldId! }, context);
        ResponseQuery query = new("upload_attachment", UploadAttachmentTool.Answer, arguments.Output ?? new(), null);
        return await ResponseReader.ReadAsync(request.WithFile(name, content), query, services, cancellationToken);
    }

    private static byte[] Decode(string data)
    {
        ReadOnlySpan<char> text = data;
        if (text.StartsWith(DataScheme, StringComparison.OrdinalIgnoreCase))
        {
            text = text[(text.IndexOf(',') + 1)..];
        }

        byte[] buffer = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64Chars(text, buffer, out int length))
        {
            throw new ActionableException(
                "file_data is not base64.",
                "It has characters or a length that base64 does not have.",
                "Encode the file's bytes with the standard alphabet and padding."
            );
        }

        return length switch
        {
            0 => throw new ActionableException("The file is empty.", "file_data holds no bytes.", "Give the content."),
            > MaximumBytes => throw new ActionableException(
                $"The file has {length} bytes, which is too large.",
                "This tool takes at most 10 MB.",
                "Upload a smaller file, or put it somewhere else and post its address."
            ),
            _ => buffer[..length],
        };
    }
}
