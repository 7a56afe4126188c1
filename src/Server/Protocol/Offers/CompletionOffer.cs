using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Protocol.Offers;

/// <summary>Completes arguments of prompts and variables of templates with the names that the principal's look-ups find.</summary>
/// <param name="tools">What the principal may call; asked for by the first request.</param>
/// <param name="gateway">Runs the look-ups.</param>
internal sealed class CompletionOffer(Func<ToolInventory> tools, Lazy<IToolGateway> gateway) : IMethodHandler
{
    private const int MostValues = 100;

    public bool UsesTools(MessageMethod method) => true;

    public async ValueTask<MethodResult> ServeAsync(
        MessageMethod method,
        McpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (CompletionQuery.Read(request.Parameters) is not { } query)
        {
            return Refuse(
                "Say in params what is completed: ref (type ref/prompt and name, or type ref/resource and uri, a template) "
                    + $"and argument (name and value, which has at most {TextArguments.Longest} characters)."
            );
        }

        (CompletedArgument[] Arguments, string Tool)? subject = query.IsPrompt
            ? OfPrompt(query.Subject)
            : OfTemplate(query.Subject);
        if (subject is not var (arguments, tool))
        {
            return Refuse(
                query.IsPrompt
                    ? "There is no such prompt; prompts/list shows those that there are."
                    : "There is no such template; resources/templates/list shows those that there are."
            );
        }

        if (Array.Find(arguments, known => known.Name == query.Argument) is not { } argument)
        {
            return Refuse(
                $"There is no such argument; it has {string.Join(", ", arguments.Select(static a => a.Name))}."
            );
        }

        if (argument.Kinds.Length == 0)
        {
            return Show([
                .. argument.Values.Where(value => value.StartsWith(query.Value, StringComparison.OrdinalIgnoreCase)),
            ]);
        }

        CompletionLookup lookup = new(query, argument, [.. arguments.Where(other => other != argument)]);
        ToolGatewayResult looked = await gateway.Value.LookUpAsync(
            request.For(tool, default),
            lookup.LookAsync,
            cancellationToken
        );
        return looked.Result is { IsError: false }
            ? Show(lookup.Values)
            : MethodResult.Failed(OfferFaults.Of(request, looked, RpcErrorCode.InvalidParams));
    }

    private (CompletedArgument[] Arguments, string Tool)? OfPrompt(string name)
    {
        ToolInventory own = tools();
        return Array.Find(PromptOffer.Visible(own), prompt => prompt.Name == name) is { } prompt
            ? (
                Array.ConvertAll(prompt.Arguments, static a => new CompletedArgument(a.Name, a.Kinds, a.Values)),
                own.Catalog.Name(prompt.Tools[0])
            )
            : null;
    }

    private (CompletedArgument[] Arguments, string Tool)? OfTemplate(string uri) =>
        ResourceOffer.Visible(tools()).FirstOrDefault(pattern => pattern.Template.Uri == uri)
            is { Template: var template }
            ? (
                Array.ConvertAll(
                    template.Variables,
                    static variable => new CompletedArgument(variable.Name, variable.Kind is { } kind ? [kind] : [], [])
                ),
                template.Tool
            )
            : null;

    private static MethodResult Show(IReadOnlyList<string> values)
    {
        using var buffer = new MessageBuffer();
        buffer.Append("\"completion\":{\"values\":["u8);
        for (int i = 0; i < Math.Min(values.Count, MostValues); i++)
        {
            buffer.Append(i == 0 ? default : ","u8).AppendString(values[i]);
        }

        buffer.Append("],\"total\":"u8).Append(values.Count);
        buffer.Append(values.Count > MostValues ? ",\"hasMore\":true}"u8 : ",\"hasMore\":false}"u8);
        return MethodResult.Of(buffer.Written.ToArray());
    }

    private static MethodResult Refuse(string message) => MethodResult.Failed(RpcFault.InvalidParams(message));
}
