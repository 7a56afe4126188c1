using System.Text;

namespace ClickUpMcp.Protocol.Messages;

/// <summary>The methods of MCP by name; a name that a client made up is never shown.</summary>
internal static class McpMethods
{
    private const string Other = "_OTHER";

    /// <summary>The names in the order of <see cref="MessageMethod"/>, separated by spaces.</summary>
    public static ReadOnlySpan<byte> Names =>
        "tools/call tools/list initialize server/discover ping notifications/initialized notifications/cancelled notifications/progress notifications/roots/list_changed prompts/list prompts/get resources/list resources/templates/list resources/read resources/subscribe resources/unsubscribe subscriptions/listen completion/complete logging/setLevel"u8;

    /// <summary>The name of a method; <c>_OTHER</c> for all that MCP does not know.</summary>
    public static string NameOf(MessageMethod method)
    {
        int index = (int)method;
        foreach (Range name in Names.Split((byte)' '))
        {
            if (--index == 0)
            {
                return Encoding.ASCII.GetString(Names[name]);
            }
        }

        return Other;
    }

    /// <summary>Whether it lists something, page by page.</summary>
    public static bool IsList(MessageMethod method) =>
        method
            is MessageMethod.ListTools
                or MessageMethod.ListPrompts
                or MessageMethod.ListResources
                or MessageMethod.ListResourceTemplates;

    /// <summary>Whether a client of the stateless revision is told how long it may keep the result.</summary>
    public static bool IsCacheable(MessageMethod method) =>
        IsList(method) || method is MessageMethod.Discover or MessageMethod.ReadResource;
}
