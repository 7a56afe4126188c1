using System.Text.Json;
using ModelContextProtocol.Protocol;

namespace ClickUpMcp.Conformance;

/// <summary>What fixtures ask modern clients for, and how they read the answers.</summary>
internal static class Inputs
{
    public static InputRequest Form(string message, string property, bool isBoolean = false) =>
        InputRequest.ForElicitation(
            new ElicitRequestParams
            {
                Message = message,
                RequestedSchema = new ElicitRequestParams.RequestSchema
                {
                    Properties =
                    {
                        [property] = isBoolean
                            ? new ElicitRequestParams.BooleanSchema()
                            : new ElicitRequestParams.StringSchema(),
                    },
                    Required = [property],
                },
            }
        );

    public static InputRequest Sample(string question, int maximumTokens) =>
        InputRequest.ForSampling(
            new CreateMessageRequestParams
            {
                MaxTokens = maximumTokens,
                Messages =
                [
                    new SamplingMessage { Role = Role.User, Content = [new TextContentBlock { Text = question }] },
                ],
            }
        );

    public static InputRequest Roots() => InputRequest.ForRootsList(new ListRootsRequestParams());

    /// <summary>The accepted answer to a form; null when there is none.</summary>
    public static ElicitResult? Accepted(RequestParams parameters, string key)
    {
        if (parameters.InputResponses?.TryGetValue(key, out InputResponse? answer) != true)
        {
            return null;
        }

        try
        {
            return answer!.Deserialize(InputResponse.ElicitResultJsonTypeInfo) is { IsAccepted: true } accepted
                ? accepted
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
