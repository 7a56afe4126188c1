using ClickUpMcp.Api;
using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool that is one request.</summary>
internal interface IRequestTool
{
    /// <summary>Resolves names and dates, and builds the request.</summary>
    /// <exception cref="ActionableException">Some name or date is wrong: all that are.</exception>
    ValueTask<ClickUpRequest> PrepareAsync(
        IToolArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    );
}
