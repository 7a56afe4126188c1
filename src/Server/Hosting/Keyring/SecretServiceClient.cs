using Tmds.DBus.Protocol;

namespace ClickUpMcp.Hosting.Keyring;

/// <summary>The calls of the freedesktop.org Secret Service that a program with one secret makes.</summary>
/// <remarks>Secrets cross the bus as they are, over a socket that only this user can open; the service keeps them encrypted.</remarks>
internal sealed class SecretServiceClient
{
    private const string Service = "org.freedesktop.secrets";
    private const string Root = "/org/freedesktop/secrets";
    private const string ServiceInterface = "org.freedesktop.Secret.Service";
    private const string CollectionInterface = "org.freedesktop.Secret.Collection";
    private const string ItemInterface = "org.freedesktop.Secret.Item";
    private const string PromptInterface = "org.freedesktop.Secret.Prompt";
    private const string None = "/";

    private readonly DBusConnection _connection;
    private readonly string _session;
    private readonly CancellationToken _cancelled;

    private SecretServiceClient(DBusConnection connection, string session, CancellationToken cancelled) =>
        (_connection, _session, _cancelled) = (connection, session, cancelled);

    public static async Task<SecretServiceClient> OpenAsync(DBusConnection connection, CancellationToken cancelled)
    {
        string session = await connection.CallMethodAsync(
            Message(),
            static (message, _) =>
            {
                Reader reader = message.GetBodyReader();
                reader.ReadVariantValue();
                return reader.ReadObjectPathAsString();
            },
            null
        );
        return new SecretServiceClient(connection, session, cancelled);

        MessageBuffer Message()
        {
            using MessageWriter writer = connection.GetMessageWriter();
            writer.WriteMethodCallHeader(Service, Root, ServiceInterface, "OpenSession", "sv");
            writer.WriteString("plain");
            writer.WriteVariantString(string.Empty);
            return writer.CreateMessage();
        }
    }

    /// <summary>The items with all of these attributes, locked or not.</summary>
    public Task<IReadOnlyList<string>> SearchAsync(IReadOnlyDictionary<string, string> attributes)
    {
        return _connection.CallMethodAsync(
            Message(),
            static (message, _) =>
            {
                Reader reader = message.GetBodyReader();
                return (IReadOnlyList<string>)
                    [
                        .. reader.ReadArrayOfObjectPath().Select(static path => path.ToString()),
                        .. reader.ReadArrayOfObjectPath().Select(static path => path.ToString()),
                    ];
            },
            null
        );

        MessageBuffer Message()
        {
            MessageWriter writer = Call(Root, ServiceInterface, "SearchItems", "a{ss}");
            try
            {
                WriteAttributes(ref writer, attributes);
                return writer.CreateMessage();
            }
            finally
            {
                writer.Dispose();
            }
        }
    }

    /// <summary>The collection that new items go into; null when there is none.</summary>
    public async Task<string?> FindDefaultCollectionAsync()
    {
        string path = await _connection.CallMethodAsync(Message(), ReadPath, null);
        return path == None ? null : path;

        MessageBuffer Message()
        {
            using MessageWriter writer = Call(Root, ServiceInterface, "ReadAlias", "s");
            writer.WriteString("default");
            return writer.CreateMessage();
        }
    }

    /// <summary>Unlocks an item or a collection, and lets the service ask its user for the password where it must.</summary>
    public async Task UnlockAsync(string path)
    {
        await PromptAsync(
            await _connection.CallMethodAsync(
                Message(),
                static (message, _) =>
                {
                    Reader reader = message.GetBodyReader();
                    reader.ReadArrayOfObjectPath();
                    return reader.ReadObjectPathAsString();
                },
                null
            )
        );

        MessageBuffer Message()
        {
            using MessageWriter writer = Call(Root, ServiceInterface, "Unlock", "ao");
            writer.WriteArray(new[] { new ObjectPath(path) });
            return writer.CreateMessage();
        }
    }

    /// <summary>The secret of an unlocked item.</summary>
    public Task<byte[]> ReadAsync(string item)
    {
        return _connection.CallMethodAsync(
            Message(),
            static (message, _) =>
            {
                Reader reader = message.GetBodyReader();
                reader.AlignStruct();
                reader.ReadObjectPathAsString();
                reader.ReadArrayOfByte();
                return reader.ReadArrayOfByte();
            },
            null
        );

        MessageBuffer Message()
        {
            using MessageWriter writer = Call(item, ItemInterface, "GetSecret", "o");
            writer.WriteObjectPath(_session);
            return writer.CreateMessage();
        }
    }

    /// <summary>Creates an item, in place of one with the same attributes.</summary>
    public async Task CreateAsync(
        string collection,
        string label,
        IReadOnlyDictionary<string, string> attributes,
        byte[] secret
    )
    {
        await PromptAsync(
            await _connection.CallMethodAsync(
                Message(),
                static (message, _) =>
                {
                    Reader reader = message.GetBodyReader();
                    reader.ReadObjectPathAsString();
                    return reader.ReadObjectPathAsString();
                },
                null
            )
        );

        MessageBuffer Message()
        {
            MessageWriter writer = Call(collection, CollectionInterface, "CreateItem", "a{sv}(oayays)b");
            try
            {
                ArrayStart properties = writer.WriteDictionaryStart();
                writer.WriteDictionaryEntryStart();
                writer.WriteString("org.freedesktop.Secret.Item.Label");
                writer.WriteVariantString(label);
                writer.WriteDictionaryEntryStart();
                writer.WriteString("org.freedesktop.Secret.Item.Attributes");
                writer.WriteSignature("a{ss}");
                WriteAttributes(ref writer, attributes);
                writer.WriteDictionaryEnd(properties);
                writer.WriteStructureStart();
                writer.WriteObjectPath(_session);
                writer.WriteArray(Array.Empty<byte>());
                writer.WriteArray(secret);
                writer.WriteString("text/plain");
                writer.WriteBool(true);
                return writer.CreateMessage();
            }
            finally
            {
                writer.Dispose();
            }
        }
    }

    public async Task DeleteAsync(string item)
    {
        await PromptAsync(await _connection.CallMethodAsync(Message(), ReadPath, null));

        MessageBuffer Message()
        {
            using MessageWriter writer = Call(item, ItemInterface, "Delete", null);
            return writer.CreateMessage();
        }
    }

    /// <summary>Shows what the service wants to ask its user, and waits for the end of it.</summary>
    private async Task PromptAsync(string prompt)
    {
        if (prompt == None)
        {
            return;
        }

        TaskCompletionSource<bool> completed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using IDisposable watch = await _connection.WatchSignalAsync(
            Service,
            prompt,
            PromptInterface,
            "Completed",
            static (message, _) => message.GetBodyReader().ReadBool(),
            notification =>
            {
                if (notification.HasValue)
                {
                    completed.TrySetResult(notification.Value);
                }
                else
                {
                    completed.TrySetException(
                        new UnusableException("The keyring went away while it asked for its password.")
                    );
                }
            },
            ObserverFlags.EmitOnConnectionClosed | ObserverFlags.EmitOnOwnerChanged,
            emitOnCapturedContext: false
        );
        await _connection.CallMethodAsync(Message());
        if (await completed.Task.WaitAsync(_cancelled))
        {
            throw new UnusableException("The keyring stayed locked: its question was dismissed.");
        }

        MessageBuffer Message()
        {
            using MessageWriter writer = Call(prompt, PromptInterface, "Prompt", "s");
            writer.WriteString(string.Empty);
            return writer.CreateMessage();
        }
    }

    private MessageWriter Call(string path, string type, string member, string? signature)
    {
        MessageWriter writer = _connection.GetMessageWriter();
        writer.WriteMethodCallHeader(Service, path, type, member, signature);
        return writer;
    }

    private static void WriteAttributes(ref MessageWriter writer, IReadOnlyDictionary<string, string> attributes)
    {
        ArrayStart start = writer.WriteDictionaryStart();
        foreach ((string key, string value) in attributes)
        {
            writer.WriteDictionaryEntryStart();
            writer.WriteString(key);
            writer.WriteString(value);
        }

        writer.WriteDictionaryEnd(start);
    }

    private static string ReadPath(Message message, object? state) => message.GetBodyReader().ReadObjectPathAsString();
}
