// Shows what a push message says, and opens its page. It caches nothing and answers no requests.
self.addEventListener('push', (event) => {
  const message = event.data ? event.data.json() : {};
  event.waitUntil(
    self.registration.showNotification(message.title || 'Passerelle', {
      body: message.body || '',
      tag: message.tag,
      lang: message.lang,
      icon: '/footbridge.svg',
      data: { path: message.path || '/notifications' },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const { path } = event.notification.data;
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then(async (windows) => {
      const [open] = windows;
      if (!open) return self.clients.openWindow(path);
      await open.navigate(path);
      return open.focus();
    }),
  );
});
